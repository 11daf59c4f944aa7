package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.domain.GuestLetterSource.GuestLetter;
import org.convergence.outreach.assembly.domain.GuestLetterSource.InformedGuest;
import org.convergence.outreach.assembly.domain.Meeting.MeetingPlan;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
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
        List<GuestLetterSource> guests,
        AuditTrail audit) {

    private static final Set<NoticeKind> CHANGES = EnumSet.of(NoticeKind.MOVED, NoticeKind.CANCELLED);

    /** The letters that {@link #post} would write, with one of them in full. */
    MailingPreview preview(Meeting now) {
        Map<PersonId, Optional<MeetingPlan>> uninformed = findUninformed(now);
        Map<PersonId, PersonContact> reach = contactLookup.findContacts(uninformed.keySet());
        Map<UUID, Optional<MeetingPlan>> told = new HashMap<>();
        uninformed.forEach((person, plan) -> told.put(person.value(), plan));
        List<GuestLetter> toGuests = new ArrayList<>();
        for (GuestLetterSource each : guests) {
            Map<UUID, Optional<MeetingPlan>> known = findUninformed(each, now);
            told.putAll(known);
            toGuests.addAll(each.write(now, kind(now), known));
        }
        Map<UUID, LetterText> texts = toGuests.stream()
                .collect(Collectors.toMap(each -> each.to().party(), GuestLetter::text, (one, other) -> one));
        return mailings.preview(
                null,
                Stream.concat(
                                uninformed.keySet().stream()
                                        .flatMap(each -> Optional.ofNullable(reach.get(each)).stream())
                                        .map(each -> new Addressee(
                                                each.who().id().value(),
                                                each.who().name(),
                                                each.mail())),
                                toGuests.stream().map(GuestLetter::to))
                        .map(each -> told.getOrDefault(each.party(), Optional.empty())
                                .filter(plan -> !plan.begins().equals(now.plan().begins()))
                                .map(plan -> each.withDetail(noticeLetterFormatter.knows(plan)))
                                .orElse(each))
                        .toList(),
                each -> {
                    LetterText toGuest = texts.get(each.party());
                    if (toGuest != null) {
                        return toGuest;
                    }
                    PersonId person = new PersonId(each.party());
                    return noticeLetterFormatter.preview(
                            now,
                            kind(now),
                            told.getOrDefault(each.party(), Optional.empty()).orElse(null),
                            Objects.requireNonNull(reach.get(person)).language());
                });
    }

    /**
     * Tells a moved meeting: rewrites the notices that wait, and writes to the people whose notice tells another hour or
     * place. Runs in the caller's transaction.
     */
    ChangeLetters tell(Meeting now) {
        List<WrittenNotice> stopped = letters.takeBack(now.id());
        Map<PersonId, Optional<MeetingPlan>> told =
                findTold(now, notices.findWritten(now.id()), WrittenNotice::typedPerson);
        letters.voidReplies(now, findToldOtherwise(now, told));
        Map<PersonId, UUID> rewritten = stopped.stream()
                .filter(each -> each.kind() == NoticeKind.CONVENED && !told.containsKey(each.typedPerson()))
                .collect(Collectors.toMap(
                        WrittenNotice::typedPerson, WrittenNotice::id, (one, other) -> other, LinkedHashMap::new));
        int count = letters.rewrite(now, rewritten);
        for (GuestLetterSource each : guests) {
            count += rewrite(each, now);
        }
        return new ChangeLetters(count, post(now));
    }

    /** The people told another hour: the letter to them says that their answer counts no longer. */
    private static <T> List<T> findToldOtherwise(Meeting now, Map<T, Optional<MeetingPlan>> told) {
        return told.entrySet().stream()
                .filter(each -> each.getValue()
                        .filter(plan -> plan.begins().equals(now.plan().begins()))
                        .isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private int rewrite(GuestLetterSource source, Meeting now) {
        List<WrittenNotice> stopped = takeBack(source, now, EnumSet.allOf(NoticeKind.class));
        Map<UUID, Optional<MeetingPlan>> told = findTold(now, source.findWritten(now.typedId()), WrittenNotice::person);
        source.voidReplies(now, findToldOtherwise(now, told));
        Map<UUID, Optional<MeetingPlan>> rewritten = new LinkedHashMap<>();
        stopped.stream()
                .filter(each -> each.kind() == NoticeKind.CONVENED && !told.containsKey(each.person()))
                .forEach(each -> rewritten.put(each.person(), Optional.empty()));
        return source.post(now, NoticeKind.CONVENED, rewritten);
    }

    /** Writes to the people whose notice left and tells otherwise, and returns how many letters were posted. */
    int post(Meeting now) {
        Map<PersonId, Optional<MeetingPlan>> uninformed = findUninformed(now);
        int posted = letters.post(now, kind(now), uninformed.keySet(), person -> told(uninformed, person));
        for (GuestLetterSource each : guests) {
            posted += each.post(now, kind(now), findUninformed(each, now));
        }
        return posted;
    }

    /** Takes back the waiting letters of a meeting that does not take place, and those to guests; returns their number. */
    int takeBackAll(Meeting meeting) {
        return takeBack(meeting, EnumSet.allOf(NoticeKind.class));
    }

    /** Takes back the waiting notices, and the waiting letters to guests that tell a change; returns their number. */
    int takeBack(Meeting meeting) {
        return takeBack(meeting, CHANGES);
    }

    private int takeBack(Meeting meeting, Set<NoticeKind> toGuests) {
        return letters.takeBack(meeting.id()).size()
                + guests.stream()
                        .mapToInt(each -> takeBack(each, meeting, toGuests).size())
                        .sum();
    }

    private static List<WrittenNotice> takeBack(GuestLetterSource source, Meeting meeting, Set<NoticeKind> kinds) {
        List<UUID> waiting = source.findWritten(meeting.typedId()).stream()
                .filter(each -> each.isWaiting() && kinds.contains(each.kind()))
                .map(WrittenNotice::id)
                .toList();
        source.takeBack(waiting);
        // A letter that the carrier took meanwhile is not withheld.
        return source.findWritten(meeting.typedId()).stream()
                .filter(each -> waiting.contains(each.id()) && each.state() == LetterState.WITHHELD)
                .toList();
    }

    /** Whether {@link #takeBack} finds a letter. */
    boolean isWaiting(Meeting meeting) {
        return Stream.concat(
                        notices.findWritten(meeting.id()).stream(),
                        findToGuests(meeting).filter(each -> CHANGES.contains(each.kind())))
                .anyMatch(WrittenNotice::isWaiting);
    }

    /** Whether the cancellation of a meeting left, or perhaps left, to anybody. */
    boolean isCancellationTold(Meeting meeting) {
        return Stream.concat(notices.findWritten(meeting.id()).stream(), findToGuests(meeting))
                .anyMatch(each -> each.kind() == NoticeKind.CANCELLED && each.mayHaveLeft());
    }

    /** The letters about a meeting to guests. */
    Stream<WrittenNotice> findToGuests(Meeting meeting) {
        return guests.stream().flatMap(each -> each.findWritten(meeting.typedId()).stream());
    }

    /** The guests informed of a change or the cancellation, by kind. */
    Map<NoticeKind, List<InformedGuest>> findInformedGuests(Meeting meeting) {
        Map<NoticeKind, List<InformedGuest>> found = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : CHANGES) {
            found.put(
                    kind,
                    guests.stream()
                            .flatMap(each -> each.findInformed(meeting.typedId(), kind).stream())
                            .toList());
        }
        return found;
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
        return findUninformed(now, notices.findWritten(now.id()), WrittenNotice::typedPerson);
    }

    private Map<UUID, Optional<MeetingPlan>> findUninformed(GuestLetterSource source, Meeting now) {
        return findUninformed(now, source.findWritten(now.typedId()), WrittenNotice::person);
    }

    private <T> Map<T, Optional<MeetingPlan>> findUninformed(
            Meeting now, List<WrittenNotice> all, Function<WrittenNotice, T> recipient) {
        Map<Integer, Optional<MeetingPlan>> versions = new HashMap<>();
        Map<T, Optional<MeetingPlan>> uninformed = findTold(now, all, recipient);
        boolean cancelled = now.state() == MeetingState.CANCELLED;
        if (cancelled) {
            // It names the day that its reader knows for certain, not that of a letter which perhaps left.
            uninformed.putAll(
                    findTold(now, all.stream().filter(WrittenNotice::hasLeft).toList(), recipient));
        }
        uninformed.values().removeIf(plan -> !cancelled && tellsSame(plan, now));
        all.stream()
                .filter(each -> each.isUnderway()
                        && (cancelled
                                ? each.kind() == NoticeKind.CANCELLED
                                : each.kind() == NoticeKind.MOVED
                                        && tellsSame(findPlan(now, each.meetingVersion(), versions), now)))
                .forEach(each -> uninformed.remove(recipient.apply(each)));
        return uninformed;
    }

    /** What the last notice that left, or perhaps left, told each recipient. */
    private <T> Map<T, Optional<MeetingPlan>> findTold(
            Meeting now, List<WrittenNotice> all, Function<WrittenNotice, T> recipient) {
        Map<Integer, Optional<MeetingPlan>> versions = new HashMap<>();
        Map<T, Optional<MeetingPlan>> told = new LinkedHashMap<>();
        all.stream()
                .filter(WrittenNotice::mayHaveLeft)
                .forEach(each -> told.put(recipient.apply(each), findPlan(now, each.meetingVersion(), versions)));
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
    static MeetingPlan plan(JsonNode row) {
        return new MeetingPlan(
                row.path("special").asBoolean(false),
                text(row, "title"),
                LocalDateTime.parse(row.path("begins").asString()),
                null,
                text(row, "place"),
                text(row, "place_code"),
                text(row, "online"),
                row.path("training").asBoolean(false),
                row.path("day_version").asInt(0));
    }

    private static @Nullable String text(JsonNode row, String column) {
        String value = row.path(column).asString("");
        return value.isEmpty() ? null : value;
    }
}
