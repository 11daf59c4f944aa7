package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.domain.Meeting.MeetingPlan;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Informs the people whose notice left of a moved or cancelled meeting. A notice that still waits is rewritten: nobody
 * gets a change of what was never told.
 */
@Component
record ChangeLetterSender(
        NoticeQueries notices,
        NoticeLetterSender letters,
        NoticeLetterFormatter noticeLetterFormatter,
        ContactLookup contactLookup,
        MailingService mailings,
        AuditTrail audit) {

    /** The letters that {@link #post} would write, with one of them in full. */
    MailingPreview preview(Meeting now) {
        Map<PersonId, Optional<MeetingPlan>> uninformed = findUninformed(now);
        Map<PersonId, PersonContact> reach = contactLookup.findContacts(uninformed.keySet());
        return mailings.preview(
                null,
                uninformed.keySet().stream()
                        .flatMap(each -> Optional.ofNullable(reach.get(each)).stream())
                        .map(each -> new Addressee(
                                each.who().id().value(), each.who().name(), each.mail()))
                        .toList(),
                each -> {
                    PersonId person = new PersonId(each.party());
                    return noticeLetterFormatter.preview(
                            now,
                            kind(now),
                            told(uninformed, person),
                            Objects.requireNonNull(reach.get(person)).language());
                });
    }

    /**
     * Tells a moved meeting: rewrites the notices that wait, and writes to the people whose notice tells another hour or
     * place. Runs in the caller's transaction.
     */
    ChangeLetters tell(Meeting now) {
        List<WrittenNotice> stopped = letters.takeBack(now.id());
        Map<PersonId, Optional<MeetingPlan>> told = findTold(now, notices.findWritten(now.id()));
        Map<PersonId, UUID> rewritten = stopped.stream()
                .filter(each -> each.kind() == NoticeKind.CONVENED && !told.containsKey(each.typedPerson()))
                .collect(Collectors.toMap(
                        WrittenNotice::typedPerson, WrittenNotice::id, (one, other) -> other, LinkedHashMap::new));
        return new ChangeLetters(letters.rewrite(now, rewritten), post(now));
    }

    /** Writes to the people whose notice left and tells otherwise, and returns how many letters were posted. */
    int post(Meeting now) {
        Map<PersonId, Optional<MeetingPlan>> uninformed = findUninformed(now);
        return letters.post(now, kind(now), uninformed.keySet(), person -> told(uninformed, person));
    }

    private static @Nullable MeetingPlan told(Map<PersonId, Optional<MeetingPlan>> people, PersonId person) {
        return people.getOrDefault(person, Optional.empty()).orElse(null);
    }

    static NoticeKind kind(Meeting now) {
        return now.state() == MeetingState.CANCELLED ? NoticeKind.CANCELLED : NoticeKind.MOVED;
    }

    /**
     * The people whose notice left, or perhaps left, and tells otherwise than the meeting is now; those to whom a letter
     * about it is underway are left out.
     *
     * @return what each was told; empty if that version of the meeting is not known any longer
     */
    Map<PersonId, Optional<MeetingPlan>> findUninformed(Meeting now) {
        List<WrittenNotice> all = notices.findWritten(now.id());
        Map<Integer, Optional<MeetingPlan>> versions = new HashMap<>();
        Map<PersonId, Optional<MeetingPlan>> uninformed = findTold(now, all);
        boolean cancelled = now.state() == MeetingState.CANCELLED;
        uninformed.values().removeIf(plan -> !cancelled && tellsSame(plan, now));
        all.stream()
                .filter(each -> each.isUnderway()
                        && (cancelled
                                ? each.kind() == NoticeKind.CANCELLED
                                : each.kind() == NoticeKind.MOVED
                                        && tellsSame(findPlan(now, each.meetingVersion(), versions), now)))
                .forEach(each -> uninformed.remove(each.typedPerson()));
        return uninformed;
    }

    /** What the last notice that left, or perhaps left, told each person. */
    private Map<PersonId, Optional<MeetingPlan>> findTold(Meeting now, List<WrittenNotice> all) {
        Map<Integer, Optional<MeetingPlan>> versions = new HashMap<>();
        Map<PersonId, Optional<MeetingPlan>> told = new LinkedHashMap<>();
        all.stream()
                .filter(WrittenNotice::mayHaveLeft)
                .forEach(each -> told.put(each.typedPerson(), findPlan(now, each.meetingVersion(), versions)));
        return told;
    }

    private static boolean tellsSame(Optional<MeetingPlan> told, Meeting now) {
        return told.filter(plan -> plan.tellsSameAs(now.plan())).isPresent();
    }

    private Optional<MeetingPlan> findPlan(Meeting now, int version, Map<Integer, Optional<MeetingPlan>> found) {
        return found.computeIfAbsent(
                version,
                each -> audit.findRowAtVersion(Meeting.TABLE, now.id(), each).map(row -> plan(row.node())));
    }

    /** The time and place in the audit's image of a meeting. */
    private static MeetingPlan plan(JsonNode row) {
        return new MeetingPlan(
                row.path("special").asBoolean(false),
                text(row, "title"),
                LocalDateTime.parse(row.path("begins").asString()),
                null,
                text(row, "place"),
                text(row, "place_code"),
                text(row, "online"));
    }

    private static @Nullable String text(JsonNode row, String column) {
        String value = row.path(column).asString("");
        return value.isEmpty() ? null : value;
    }
}
