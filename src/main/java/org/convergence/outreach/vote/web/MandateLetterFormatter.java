package org.convergence.outreach.vote.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.vote.domain.MandateLetter.MandateState;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.SentLetter;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.domain.DelegationReason;
import org.jspecify.annotations.Nullable;

/** Formats how far the mandate letter of a member is. */
final class MandateLetterFormatter {

    private MandateLetterFormatter() {}

    /** The right of a member, and why. */
    static String formatRight(MemberMandate it, Words t) {
        String right = it.entitled() == 0
                ? t.say("vote.ground." + it.right().right().ground())
                : t.say("vote.mandate.right", it.entitled(), DelegationReason.format(it.right(), t));
        if (!it.isToldOtherwise()) {
            return right;
        }
        LetterStatus asked = it.asked();
        boolean waits = asked != null && !asked.state().hasLeft();
        return right + " " + t.say(waits ? "vote.mandate.told.waits" : "vote.mandate.told", it.toldOtherwise());
    }

    static Tone tone(MemberMandate it, LocalDate today) {
        return switch (it.entitled() == 0 ? MandateState.NAMED : it.state(today)) {
            case NAMED -> it.entitled() == 0 ? Tone.REST : Tone.OK;
            case LATE -> Tone.BAD;
            case NOT_ASKED, ASKED -> Tone.AHEAD;
            case PARTIAL -> Tone.WARN;
        };
    }

    /** How far its letter is. */
    static String formatState(MemberMandate it, LocalDate today, Words t) {
        if (it.entitled() == 0) {
            return t.say("vote.door.no-right");
        }
        MandateState state = it.state(today);
        LetterStatus asked = it.asked();
        return state == MandateState.ASKED && asked != null
                ? t.say("vote.mandate.state.ASKED", LetterFormatter.stateInList(asked, t))
                : t.say("vote.mandate.state." + state, it.named(), it.entitled());
    }

    /** The notice, where its state is not that of the mandate letter; {@code null} for none. */
    static @Nullable String formatNotice(MemberMandate it, LocalDate today, Words t) {
        LetterStatus asked = it.asked();
        return asked == null
                        || (it.entitled() > 0 && it.state(today) == MandateState.ASKED && asked.decidedBy() == null)
                ? null
                : format(new SentLetter(NoticeKind.CONVENED, asked, it.told()), t);
    }

    /** The notice as long as it did not leave, and the last letter that followed it; {@code null} for none. */
    static @Nullable String formatLatest(MemberMandate it, LocalDate today, Words t) {
        SentLetter latest = it.latest();
        LetterStatus asked = it.asked();
        String letters = Stream.of(
                        asked == null || asked.state().hasLeft() ? null : formatNotice(it, today, t),
                        latest == null || latest.kind() == NoticeKind.CONVENED ? null : format(latest, t))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return letters.isEmpty() ? null : letters;
    }

    /** "Rappel : parti le 3 mars". */
    static String format(SentLetter it, Words t) {
        return t.say(
                "vote.mandate.mail." + it.kind(),
                it.status().method() == null
                        ? LetterFormatter.stateInList(it.status(), t)
                        : LetterFormatter.stateWithDetail(it.status(), t));
    }
}
