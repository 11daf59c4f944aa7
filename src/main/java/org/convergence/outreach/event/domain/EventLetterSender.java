package org.convergence.outreach.event.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
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

/** Writes to the contact of an order about the order, in its language. Each letter replies to it (R-CASL-14). */
@Component
record EventLetterSender(
        Outbox outbox,
        MailingService mailings,
        LetterStatusService statuses,
        PublicLanguages languages,
        OrganisationSettings settings) {

    static final String MATTER = "event_order";

    /** What a letter tells. */
    enum EventLetterKind {
        CONFIRMED,
        WAITING,
        OFFERED,
        CANCELLED;

        /** The letter of a state; {@code null} if there is none. */
        static @Nullable EventLetterKind of(EventOrderState state) {
            return switch (state) {
                case CONFIRMED -> CONFIRMED;
                case WAITING -> WAITING;
                case OFFERED -> OFFERED;
                default -> null;
            };
        }

        String purpose() {
            return "event_" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Previews the letter of a cancelled event to each order; those without an address are to be told otherwise. */
    MailingPreview previewCancellation(Event event, List<EventOrder> affected) {
        Map<UUID, EventOrder> byId =
                affected.stream().collect(Collectors.toMap(each -> each.id().value(), each -> each));
        return mailings.preview(
                null,
                affected.stream()
                        .map(each -> new Addressee(
                                each.id().value(), each.buyer(), each.hasMail() ? each.contactMail() : null))
                        .toList(),
                to -> {
                    EventOrder order = Objects.requireNonNull(byId.get(to.party()));
                    Words t = languages.wordsFor(order.language());
                    return new LetterText(
                            subject(EventLetterKind.CANCELLED, event, t),
                            LetterContent.of(t, write(EventLetterKind.CANCELLED, event, order, t))
                                    .plainText(),
                            t);
                });
    }

    private static String subject(EventLetterKind kind, Event event, Words t) {
        return t.say("public.event.letter.subject." + kind, event.facts().name());
    }

    /** The last letter about an order; {@code null} for none. */
    @Nullable
    LetterStatus findLast(EventOrderId order) {
        return statuses.findByRecords(MATTER, List.of(order.value())).get(order.value());
    }

    /** Returns whether a letter was posted: not without an address. */
    boolean post(@Nullable EventLetterKind kind, Event event, EventOrder order) {
        String mail = order.contactMail();
        if (kind == null || mail == null || !order.hasMail()) {
            return false;
        }
        UUID id = order.id().value();
        Words t = languages.wordsFor(order.language());
        outbox.post(new Letter(
                        mail,
                        subject(kind, event, t),
                        LetterContent.of(t, write(kind, event, order, t)),
                        kind.purpose(),
                        new Letter.Completion(MATTER, id))
                .regarding(MATTER, id));
        return true;
    }

    private List<LetterBlock> write(EventLetterKind kind, Event event, EventOrder order, Words t) {
        EventFacts facts = event.facts();
        boolean table = kind == EventLetterKind.CONFIRMED && order.organisation() != null;
        boolean inRoom = order.mode() == EventMode.IN_PERSON;
        String variant = table ? "TABLE" : kind.name();
        List<LetterBlock> blocks = new ArrayList<>(LetterBlock.paragraphs(t.say(
                "public.event.letter." + variant,
                order.contactName(),
                facts.name(),
                order.seats(),
                order.offeredUntil() == null ? "" : t.dateTime(order.offeredUntil()),
                order.buyer())));
        if (kind != EventLetterKind.CANCELLED) {
            boolean confirmed = kind == EventLetterKind.CONFIRMED;
            blocks.addAll(LetterBlock.paragraphs(Stream.of(
                            facts.when(t),
                            inRoom ? facts.place() : "",
                            inRoom ? facts.access() : "",
                            confirmed && inRoom ? t.say("public.event.letter.code", order.code()) : "",
                            confirmed && !inRoom ? Objects.requireNonNullElse(facts.onlineUrl(), "") : "")
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.joining("\n"))));
            blocks.add(new LetterBlock.Button(t.say("public.event.letter.button." + variant), "[[link]]"));
        }
        blocks.addAll(LetterBlock.paragraphs(
                t.say("public.event.letter.end", settings.current().name())));
        return blocks;
    }

    /** Makes the link when a letter leaves; a letter that is no longer true is withheld. */
    @Component
    static class EventLetterCompleter implements BodyCompleter {

        private final ObjectProvider<EventOrderRepository> orders;
        private final ObjectProvider<EventQueries> events;
        private final String baseUrl;

        EventLetterCompleter(
                ObjectProvider<EventOrderRepository> orders,
                ObjectProvider<EventQueries> events,
                @Value("${convergence.base-url}") String baseUrl) {
            this.orders = orders;
            this.events = events;
            this.baseUrl = baseUrl;
        }

        @Override
        public String name() {
            return MATTER;
        }

        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            EventOrder order = orders.getObject().findById(new EventOrderId(letter.subject()));
            EventLetterKind kind = EventLetterKind.of(order.state());
            EventState event = events.getObject().findById(order.event()).state();
            boolean isTrue = letter.purpose().equals(EventLetterKind.CANCELLED.purpose())
                    ? event == EventState.CANCELLED
                    : event.isAhead() && kind != null && kind.purpose().equals(letter.purpose());
            return isTrue ? Optional.empty() : Optional.of("event.letter.withheld");
        }

        @Override
        public Map<String, String> complete(UUID order) {
            return Map.of(
                    "link",
                    baseUrl + EventOrderService.PATH + orders.getObject().issueLink(order));
        }
    }
}
