package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.education.workshop.RefusalOffer;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.education.workshop.domain.WorkshopRequestFacts.RequestContact;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to the contact of a request, in the language of the request. Each letter is a reply to it (R-CASL-14). */
@Component
record WorkshopLetterSender(
        MailingService mailings,
        Outbox outbox,
        LetterStatusService statuses,
        PublicLanguages languages,
        OrganisationSettings settings,
        JdbcClient db) {

    static final String MATTER = "workshop_request";

    /** The letters that tell the date of a session. */
    static final String DATES = """
            SELECT s.* FROM platform.mail_letter_status s
            WHERE s.matter = 'workshop_request' AND s.record_id = :request
              AND s.purpose IN ('workshop_offered', 'workshop_scheduled', 'workshop_moved')
            """;

    /** What a letter tells. */
    enum WorkshopLetterKind {
        RECEIVED,
        OFFERED,
        SCHEDULED,
        REFUSED,
        MOVED,
        CANCELLED;

        /** A date that was wished for is agreed by choosing it; another one is offered. */
        static WorkshopLetterKind of(WorkshopRequest request, LocalDate day) {
            return request.facts().wishedDays().contains(day) ? SCHEDULED : OFFERED;
        }

        String purpose() {
            return "workshop_" + name().toLowerCase(Locale.ROOT);
        }

        /** Whether a letter of a purpose tells the date of a session. */
        static boolean tellsDate(String purpose) {
            return Stream.of(OFFERED, SCHEDULED, MOVED)
                    .anyMatch(each -> each.purpose().equals(purpose));
        }

        /** Whether it is still true of a request in a state. */
        boolean isTrueIn(WorkshopRequestState state) {
            return switch (this) {
                case RECEIVED -> state != WorkshopRequestState.DISCARDED;
                case OFFERED -> state.hasSession();
                case SCHEDULED, MOVED -> state == WorkshopRequestState.SCHEDULED;
                case REFUSED -> state == WorkshopRequestState.REFUSED;
                case CANCELLED -> state != WorkshopRequestState.SCHEDULED;
            };
        }
    }

    /**
     * A letter.
     *
     * @param workshop its title; {@code null} if none is chosen
     * @param kitUrl where its material is
     * @param day {@code null} without a session
     * @param place may be empty
     * @param selfLed whether the group gives the workshop itself
     * @param offer {@code null} unless it refuses
     * @param note a personal line; may be empty
     */
    record WorkshopLetter(
            WorkshopLetterKind kind,
            WorkshopRequest request,
            @Nullable String workshop,
            @Nullable String kitUrl,
            @Nullable LocalDate day,
            @Nullable String begins,
            String place,
            boolean selfLed,
            @Nullable RefusalOffer offer,
            String note) {}

    MailingPreview preview(WorkshopLetter letter) {
        RequestContact contact = letter.request().facts().contact();
        return mailings.preview(
                null,
                List.of(new Addressee(letter.request().id(), contact.name(), contact.mail())),
                to -> write(letter));
    }

    /** Posts a letter, if the contact has an address. */
    void post(WorkshopLetter letter) {
        String mail = letter.request().facts().contact().mail();
        if (mail == null) {
            return;
        }
        UUID request = letter.request().id();
        outbox.post(new Letter(mail, write(letter), letter.kind().purpose(), new Letter.Completion(MATTER, request))
                .regarding(MATTER, request));
    }

    private LetterText write(WorkshopLetter letter) {
        WorkshopRequest request = letter.request();
        Words t = languages.wordsFor(request.facts().language());
        String name = request.facts().contact().name();
        List<LetterBlock> blocks = new ArrayList<>();
        add(blocks, t.say(name.isEmpty() ? "public.workshop.letter.hello" : "public.workshop.letter.hello.name", name));
        add(
                blocks,
                switch (letter.kind()) {
                    case RECEIVED ->
                        t.say("public.workshop.letter.RECEIVED", request.facts().asker(), "[[promise]]");
                    case REFUSED, CANCELLED ->
                        t.say(
                                "public.workshop.letter." + letter.kind(),
                                request.facts().asker());
                    default ->
                        t.say(
                                "public.workshop.letter." + letter.kind(),
                                title(letter, t),
                                when(letter, t),
                                variant(letter));
                });
        if (letter.offer() != null) {
            add(blocks, t.say("public.workshop.letter.offer." + letter.offer()));
        }
        if (letter.kind() == WorkshopLetterKind.SCHEDULED
                && !request.facts().wishedDays().isEmpty()
                && !request.facts().wishedDays().contains(letter.day())
                && !isLastAnOffer(request)) {
            add(blocks, t.say("public.workshop.letter.otherDay"));
        }
        add(blocks, letter.note());
        if (letter.kitUrl() != null
                && (letter.kind() == WorkshopLetterKind.RECEIVED
                        || letter.offer() == RefusalOffer.KIT
                        || letter.selfLed())) {
            add(blocks, t.say("public.workshop.letter.kit", letter.kitUrl()));
        }
        blocks.add(new LetterBlock.Button(
                t.say(
                        "public.workshop.letter.button." + letter.kind(),
                        request.facts().kind().name()),
                "[[link]]"));
        add(blocks, t.say("public.workshop.letter.end", settings.current().name()));
        return LetterText.of(
                t.say(
                        "public.workshop.letter.subject." + letter.kind(),
                        request.facts().kind().name()),
                blocks,
                t);
    }

    /** A date scheduled after its offer was accepted. */
    private boolean isLastAnOffer(WorkshopRequest request) {
        return findStatus(new WorkshopRequestId(request.id()))
                .filter(last -> last.purpose().equals(WorkshopLetterKind.OFFERED.purpose()))
                .isPresent();
    }

    private static String variant(WorkshopLetter letter) {
        if (letter.selfLed()) {
            return "SELF_LED";
        }
        return letter.request().facts().wishedDays().isEmpty() ? "ANY_DAY" : "WISHED_DAYS";
    }

    private static void add(List<LetterBlock> blocks, String text) {
        if (!text.isBlank()) {
            blocks.addAll(LetterBlock.paragraphs(text));
        }
    }

    private static String title(WorkshopLetter letter, Words t) {
        return letter.workshop() == null
                ? t.say("public.workshop.letter.workshop")
                : t.say("public.workshop.letter.title", letter.workshop());
    }

    private static String when(WorkshopLetter letter, Words t) {
        String day = t.dayAndDate(Objects.requireNonNull(letter.day()));
        String time =
                letter.begins() == null ? day : t.say("public.workshop.at", day, WorkshopPolicy.time(letter.begins()));
        return letter.place().isEmpty() ? time : time + ", " + letter.place();
    }

    /** Withholds the letters to the asker that are no longer true. */
    void withholdUntrue(WorkshopRequestId id) {
        statuses.withholdUntrue(List.of(id.value()));
    }

    /** Notes that a group heard the answer otherwise. */
    void markTold(WorkshopRequest request) {
        WorkshopLetterKind kind = request.state() == WorkshopRequestState.REFUSED
                ? WorkshopLetterKind.REFUSED
                : request.state() == WorkshopRequestState.OFFERED
                        ? WorkshopLetterKind.OFFERED
                        : WorkshopLetterKind.SCHEDULED;
        statuses.markTold(MATTER, kind.purpose(), request.id());
    }

    /** Takes {@link #markTold} back. */
    void undoTold(WorkshopRequestId id) {
        if (findStatus(id).filter(last -> last.method() == DeliveryMethod.TOLD).isPresent()) {
            statuses.undoDelivered(MATTER, List.of(id.value()));
        }
    }

    /** The state of the last letter; empty if there was none. */
    Optional<LetterStatus> findStatus(WorkshopRequestId id) {
        return Optional.ofNullable(statuses.findByRecord(MATTER, id.value()));
    }

    /** Whether the last letter left: what it tells cannot be undone. */
    boolean hasLeft(WorkshopRequestId id) {
        return findStatus(id).filter(each -> each.leftOn() != null).isPresent();
    }

    /**
     * Whether the date of a session waits in a letter, and no letter about it left since the last cancellation.
     *
     * @param isOffered whether the date waits for an answer; an offer that was accepted is known
     */
    boolean isUntold(WorkshopRequestId id, boolean isOffered) {
        return db.sql("""
                        SELECT coalesce(bool_or(d.state = 'WAITING') AND bool_and(
                                   d.state = 'WITHHELD' OR d.state = 'WAITING' AND d.queued
                                   AND (:isOffered OR d.purpose <> 'workshop_offered')), false)
                          FROM (%s) d
                         WHERE NOT EXISTS (SELECT FROM platform.mail_letter_status c
                                           WHERE c.matter = d.matter AND c.record_id = d.record_id
                                             AND c.purpose = 'workshop_cancelled' AND c.state <> 'WITHHELD'
                                             AND c.posted_at > d.posted_at)
                        """.formatted(DATES))
                .param("request", id.value())
                .param("isOffered", isOffered)
                .query(Boolean.class)
                .single();
    }
}
