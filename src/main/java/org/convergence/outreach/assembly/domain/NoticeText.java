package org.convergence.outreach.assembly.domain;

import java.util.stream.Collectors;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The texts of letters about meetings, in the reader's language. */
@Component
class NoticeText {

    /** The placeholder that the completer replaces. */
    private static final String MARK = "[[link]]";

    private final Speaking speaking;
    private final OrganisationSettings settings;
    private final BodyStore bodies;
    private final ItemStore items;

    NoticeText(Speaking speaking, OrganisationSettings settings, BodyStore bodies, ItemStore items) {
        this.speaking = speaking;
        this.settings = settings;
        this.bodies = bodies;
        this.items = items;
    }

    /** The text of a letter, without the link. */
    record Text(String subject, String body) {}

    /** In this language if available; otherwise in the organisation's first. */
    Text of(Meeting meeting, NoticeKind kind, @Nullable String language) {
        Words t = speaking.to(language);
        String body = bodies.findById(meeting.body()).map(Body::name).orElse("");
        String agenda = items.findByMeetingOrderByPositionAscIdAsc(meeting.id()).stream()
                .map(item -> "– " + item.title())
                .collect(Collectors.joining("\n"));
        String what = Meeting.called(body, meeting.plan().title());
        return new Text(
                t.say(kind.key() + ".subject", what, t.date(meeting.day())),
                t.say(
                        kind.key() + ".text",
                        what,
                        t.dayAndDate(meeting.day()),
                        t.time(meeting.plan().begins().toLocalTime()),
                        Saying.where(meeting.plan(), t),
                        agenda,
                        MARK,
                        settings.current().name(),
                        meeting.cancelledReason() == null ? "" : meeting.cancelledReason()));
    }
}
