package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.education.workshop.RefusalOffer;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.education.workshop.domain.WorkshopRequestFacts.RequestContact;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes to the contact of a request, in the language of the request. Each letter is a reply to it (R-CASL-14). */
@Component
record WorkshopLetterSender(
        MailingService mailings,
        Outbox outbox,
        LetterStatusService statuses,
        PublicLanguages languages,
        OrganisationSettings settings) {

    static final String MATTER = "workshop_request";

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
                null, List.of(new Addressee(letter.request().id(), contact.name(), contact.mail())), to -> {
                    Words t = words(letter);
                    return new LetterText(
                            subject(letter, t),
                            LetterContent.of(t, write(letter, t)).plainText(),
                            t);
                });
    }

    /** Posts a letter, if the contact has an address. */
    void post(WorkshopLetter letter) {
        String mail = letter.request().facts().contact().mail();
        if (mail == null) {
            return;
        }
        UUID request = letter.request().id();
        Words t = words(letter);
        outbox.post(new Letter(
                        mail,
                        subject(letter, t),
                        LetterContent.of(t, write(letter, t)),
                        letter.kind().purpose(),
                        new Letter.Completion(MATTER, request))
                .regarding(MATTER, request));
    }

    private Words words(WorkshopLetter letter) {
        return languages.wordsFor(letter.request().facts().language());
    }

    private static String subject(WorkshopLetter letter, Words t) {
        return t.say(
                "public.workshop.letter.subject." + letter.kind(),
                letter.request().facts().kind().name());
    }

    private List<LetterBlock> write(WorkshopLetter letter, Words t) {
        WorkshopRequest request = letter.request();
        String name = request.facts().contact().name();
        List<LetterBlock> blocks = new ArrayList<>();
        add(blocks, t.say(name.isEmpty() ? "public.workshop.letter.hello" : "public.workshop.letter.hello.name", name));
        add(
                blocks,
                switch (letter.kind()) {
                    case RECEIVED ->
                        t.say("public.workshop.letter.RECEIVED", request.facts().asker(), request.promisedOn());
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
        return blocks;
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
        return letter.workshop() == null ? t.say("public.workshop.letter.workshop") : letter.workshop();
    }

    private static String when(WorkshopLetter letter, Words t) {
        String day = t.dayAndDate(Objects.requireNonNull(letter.day()));
        String time =
                letter.begins() == null ? day : t.say("public.workshop.at", day, WorkshopPolicy.time(letter.begins()));
        return letter.place().isEmpty() ? time : time + ", " + letter.place();
    }

    /** The state of the last letter; empty if there was none. */
    Optional<LetterStatus> findStatus(WorkshopRequestId id) {
        return Optional.ofNullable(
                statuses.findByRecords(MATTER, List.of(id.value())).get(id.value()));
    }

    /** Whether the last letter left: what it tells cannot be undone. */
    boolean hasLeft(WorkshopRequestId id) {
        return findStatus(id).filter(each -> each.leftOn() != null).isPresent();
    }

    /** Makes the status link when a letter leaves; a letter that is no longer true is withheld. */
    @Component
    static class WorkshopLetterCompleter implements BodyCompleter {

        private final ObjectProvider<WorkshopLinkRepository> links;
        private final ObjectProvider<WorkshopRequestRepository> requests;
        private final String baseUrl;

        WorkshopLetterCompleter(
                ObjectProvider<WorkshopLinkRepository> links,
                ObjectProvider<WorkshopRequestRepository> requests,
                @Value("${convergence.base-url}") String baseUrl) {
            this.links = links;
            this.requests = requests;
            this.baseUrl = baseUrl;
        }

        @Override
        public String name() {
            return MATTER;
        }

        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            boolean isTrue = requests.getObject()
                    .findById(letter.subject())
                    .filter(request -> Stream.of(WorkshopLetterKind.values())
                            .filter(kind -> kind.purpose().equals(letter.purpose()))
                            .allMatch(kind -> kind.isTrueIn(request.state())))
                    .isPresent();
            return isTrue ? Optional.empty() : Optional.of("workshop.letter.withheld");
        }

        @Override
        public Map<String, String> complete(UUID request) {
            return Map.of(
                    "link",
                    baseUrl + PublicRequestService.PATH + links.getObject().issue(request));
        }
    }
}
