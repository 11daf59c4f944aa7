package org.convergence.platform.mail.domain;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends waiting letters to a test's mail server, completed by the real completers. */
@Component
public class TestLetterSender {

    private final OutgoingLetterRepository letters;
    private final ObjectProvider<BodyCompleter> completers;
    private final SendingCheck sendingCheck;
    private final ReturnPath returns;
    private final OrganisationSettings settings;
    private final LetterHtmlRenderer html;
    private final Clock clock;

    TestLetterSender(
            OutgoingLetterRepository letters,
            ObjectProvider<BodyCompleter> completers,
            SendingCheck sendingCheck,
            ReturnPath returns,
            OrganisationSettings settings,
            LetterHtmlRenderer html,
            Clock clock) {
        this.letters = letters;
        this.completers = completers;
        this.sendingCheck = sendingCheck;
        this.returns = returns;
        this.settings = settings;
        this.html = html;
        this.clock = clock;
    }

    /** Sends to a server on this machine. */
    public void carry(int port) {
        LetterSender sender = sender(address(port), completers.stream().toList(), null);
        try {
            sender.sendDue();
        } finally {
            sender.close();
        }
    }

    /** The address of a server on this machine. */
    static String address(int port) {
        return "smtp://127.0.0.1:" + port + "?tls=never";
    }

    /** A sender to a server; the caller closes it. */
    LetterSender sender(String url, List<BodyCompleter> all, @Nullable Integer perMinute) {
        return limited(url, all, new SendingLimitSettings(url, perMinute, 0, null));
    }

    /** A sender with limits; the caller closes it. */
    LetterSender limited(String url, List<BodyCompleter> all, SendingLimitSettings limits) {
        String from = "convergence@exemple.org";
        LetterComposer composer = new LetterComposer(all, sendingCheck, returns, settings, html, clock, from, "");
        return new LetterSender(letters, composer, url, from, limits);
    }

    /** Claims the next due letters, as at the start of sending. */
    List<OutgoingLetterRepository.OutgoingLetter> claim(int most) {
        return letters.reserve(most, false, Set.of()).stream()
                .flatMap(each -> letters.recordAndClaim(null, each).stream())
                .toList();
    }

    /** Records the result of a claimed letter. */
    void record(OutgoingLetterRepository.OutgoingLetter letter, SendingResult result) {
        letters.recordAndClaim(new OutgoingLetterRepository.SendingOutcome(letter, result), null);
    }
}
