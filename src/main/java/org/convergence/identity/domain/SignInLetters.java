package org.convergence.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Writes the letters that carry a link, in their reader's language. The link itself is made at sending, so that no
 * token is stored in the outbox.
 */
@Component
class SignInLetters {

    private static final String LINK = "identity_link";
    static final String INVITATION = "identity_invitation";
    private static final String PASSKEY = "identity_passkey";
    private static final String MARK = "[[link]]";

    private final AccountRepository accounts;
    private final Outbox outbox;
    private final RecipientWords recipientWords;
    private final OrganisationSettings settings;
    private final String baseUrl;

    SignInLetters(
            AccountRepository accounts,
            Outbox outbox,
            RecipientWords recipientWords,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.recipientWords = recipientWords;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    void sendLink(UUID account) {
        post(account, LINK, "identity.letter.link", MARK, new Letter.Completion(LINK, account));
    }

    void sendInvitation(UUID account) {
        post(account, INVITATION, "identity.letter.invitation", MARK, new Letter.Completion(INVITATION, account));
    }

    /** Notifies the owner that a passkey was added, in case another person did it. */
    void notifyPasskeyAdded(UUID account) {
        post(account, PASSKEY, "identity.letter.passkey", baseUrl + "/identity/own", null);
    }

    private void post(UUID id, String purpose, String texts, String link, Letter.@Nullable Completion completion) {
        Account account = accounts.findById(id).orElseThrow(NotFound::new);
        Words t = recipientWords.forLanguage(account.language());
        List<LetterBlock> blocks = new ArrayList<>(LetterBlock.paragraphs(
                t.say(texts + ".lead", account.name(), settings.current().name())));
        blocks.add(new LetterBlock.Button(t.say(texts + ".open"), link));
        if (t.has(texts + ".note")) {
            blocks.add(new LetterBlock.QuietNote(t.say(texts + ".note")));
        }
        Letter letter = new Letter(
                account.mail(),
                t.say(texts + ".subject", account.name()),
                LetterContent.of(t, blocks),
                purpose,
                completion);
        // Discreet letters are left out of the letters that a person's page lists.
        outbox.post(
                purpose.equals(INVITATION) ? letter.regarding(INVITATION, id).hidingSubject() : letter);
    }

    /** Makes the links at sending. */
    @Configuration(proxyBeanMethods = false)
    static class SignInLinkCompleters {

        @Bean
        static BodyCompleter linkCompleter(
                ObjectProvider<SignInLinkService> signIn,
                Clock clock,
                @Value("${convergence.base-url}") String baseUrl) {
            return new SignInLinkCompleter(LINK, SignInLinkService.LINK, signIn, clock, baseUrl);
        }

        @Bean
        static BodyCompleter invitationCompleter(
                ObjectProvider<SignInLinkService> signIn,
                Clock clock,
                @Value("${convergence.base-url}") String baseUrl) {
            return new SignInLinkCompleter(INVITATION, SignInLinkService.INVITATION, signIn, clock, baseUrl);
        }
    }

    private record SignInLinkCompleter(
            String name, Duration validity, ObjectProvider<SignInLinkService> signIn, Clock clock, String baseUrl)
            implements BodyCompleter {

        /** A link asked for before its validity would surprise its owner, whose account may be closed since. */
        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            if (letter.postedAt().plus(validity).isBefore(clock.instant())) {
                return Optional.of("identity.letter.withheld.late");
            }
            return signIn.getObject().isOpen(letter.subject())
                    ? Optional.empty()
                    : Optional.of("identity.letter.withheld.closed");
        }

        @Override
        public Map<String, String> complete(UUID account) {
            return Map.of("link", baseUrl + "/sign-in/" + signIn.getObject().issue(account, validity));
        }
    }
}
