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
record EventLetterSender(Outbox outbox, PublicLanguages languages, OrganisationSettings settings) {

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

    /** Posts a letter, if the order has an address. */
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
                        t.say(
                                "public.event.letter.subject." + kind,
                                event.facts().name()),
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
