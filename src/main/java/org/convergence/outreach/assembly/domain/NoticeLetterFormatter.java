package org.convergence.outreach.assembly.domain;

import java.util.stream.Collectors;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The texts of letters about meetings, in the reader's language. */
@Component
class NoticeLetterFormatter {

    /** The placeholder that the completer replaces. */
    private static final String MARK = "[[link]]";

    private final RecipientWords recipientWords;
    private final OrganisationSettings settings;
    private final BodyRepository bodies;
    private final AgendaItemRepository items;

    NoticeLetterFormatter(
            RecipientWords recipientWords,
            OrganisationSettings settings,
            BodyRepository bodies,
            AgendaItemRepository items) {
        this.recipientWords = recipientWords;
        this.settings = settings;
        this.bodies = bodies;
        this.items = items;
    }

    /** The text of a notice in a language; in the organisation's first one if that is not available. */
    LetterText format(Meeting meeting, NoticeKind kind, @Nullable String language) {
        Words t = recipientWords.forLanguage(language);
        String body = bodies.findById(meeting.body()).map(Body::name).orElse("");
        String agenda = items.findByMeetingOrderByPositionAscIdAsc(meeting.id()).stream()
                .map(item -> "– " + item.title())
                .collect(Collectors.joining("\n"));
        String what = Meeting.formatTitle(body, meeting.plan().title());
        return new LetterText(
                t.say(kind.key() + ".subject", what, t.date(meeting.day())),
                t.say(
                        kind.key() + ".text",
                        what,
                        t.dayAndDate(meeting.day()),
                        t.time(meeting.plan().begins().toLocalTime()),
                        AssemblyFormatter.formatPlace(meeting.plan(), t),
                        agenda,
                        MARK,
                        settings.current().name(),
                        meeting.cancelledReason() == null ? "" : meeting.cancelledReason()),
                t);
    }
}
