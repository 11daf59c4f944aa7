package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.outreach.assembly.domain.Meeting.MeetingPlan;
import org.convergence.plan.mailbox.ReplyAddressGenerator;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The texts of letters about meetings, in the reader's language. */
@Component
record NoticeLetterFormatter(
        RecipientWords recipientWords,
        OrganisationSettings settings,
        BodyRepository bodies,
        AgendaItemRepository items,
        ReplyAddressGenerator replies) {

    /** The marks that {@link MeetingLinkCompleter} replaces. */
    static final String LINK = "link";

    static final String AGENDA = "agenda";

    /**
     * The letter as its reader gets it, in a language; in the organisation's first one if that is not available. Only its
     * link is made when it leaves.
     *
     * @param told what the reader was told before, which a cancellation names; {@code null} for nothing
     */
    LetterText preview(Meeting meeting, NoticeKind kind, @Nullable MeetingPlan told, @Nullable String language) {
        return format(meeting, kind, told, language, agenda(meeting.id()));
    }

    /** The letter for the outbox: its agenda too is filled in when it leaves, since it may wait. */
    LetterText write(Meeting meeting, NoticeKind kind, @Nullable MeetingPlan told, @Nullable String language) {
        return format(meeting, kind, told, language, "[[" + AGENDA + "]]");
    }

    /** The agenda of a meeting in a letter. */
    String agenda(UUID meeting) {
        return items.findByMeetingOrderByPositionAscIdAsc(meeting).stream()
                .map(item -> "– " + item.title())
                .collect(Collectors.joining("\n"));
    }

    private LetterText format(
            Meeting meeting, NoticeKind kind, @Nullable MeetingPlan told, @Nullable String language, String agenda) {
        Words t = recipientWords.forLanguage(language);
        String body = bodies.findById(meeting.body()).map(Body::name).orElse("");
        MeetingPlan plan = meeting.plan();
        boolean cancels = kind == NoticeKind.CANCELLED;
        MeetingPlan named = told != null && cancels ? told : plan;
        String what = Meeting.formatTitle(body, named.title());
        return new LetterText(
                t.say(kind.key() + ".subject", what, t.date(named.begins().toLocalDate())),
                t.say(
                        kind.key() + ".text",
                        what,
                        t.dayAndDate(named.begins().toLocalDate()),
                        t.time(named.begins().toLocalTime()),
                        AssemblyFormatter.formatPlace(plan, t),
                        agenda,
                        "[[" + LINK + "]]",
                        settings.current().name(),
                        meeting.cancelledReason() == null ? "" : meeting.cancelledReason(),
                        told == null ? "" : cancels ? movedMeanwhile(told, plan, t) : changes(told, plan, t),
                        t.say(
                                told != null && told.begins().equals(plan.begins())
                                        ? "assembly.letter.reply.kept"
                                        : "assembly.letter.reply.again"),
                        replies.isConfigured() ? t.say("assembly.letter.reply.mail") + "\n\n" : ""),
                t);
    }

    /** A move that the reader of a cancellation was not told, as a paragraph; empty for none. */
    private static String movedMeanwhile(MeetingPlan told, MeetingPlan plan, Words t) {
        return told.begins().equals(plan.begins())
                ? ""
                : t.say("assembly.letter.cancelled.moved", when(plan.begins(), t)) + "\n\n";
    }

    /** What changes, a line for each, as a paragraph. */
    private static String changes(MeetingPlan told, MeetingPlan plan, Words t) {
        List<String> lines = new ArrayList<>();
        LocalDateTime before = told.begins();
        LocalDateTime after = plan.begins();
        if (!before.toLocalDate().equals(after.toLocalDate())) {
            lines.add(t.say("assembly.letter.changed.when", when(before, t), when(after, t)));
        } else if (!before.equals(after)) {
            lines.add(t.say("assembly.letter.changed.hour", t.time(before.toLocalTime()), t.time(after.toLocalTime())));
        }
        String place = AssemblyFormatter.formatPlace(told, t);
        String next = AssemblyFormatter.formatPlace(plan, t);
        if (!place.equals(next)) {
            lines.add(t.say("assembly.letter.changed.place", place, next));
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n\n";
    }

    /** What a reader was told, beside the name in a preview. */
    String knows(MeetingPlan told) {
        Words t = recipientWords.forOrganisation();
        return t.say("assembly.letter.knows", when(told.begins(), t));
    }

    private static String when(LocalDateTime at, Words t) {
        return t.dayAndDate(at.toLocalDate()) + ", " + t.time(at.toLocalTime());
    }
}
