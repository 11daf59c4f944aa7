package org.convergence.outreach.event.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
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

    /** Previews a letter to each order; those without an address are to be told otherwise. */
    MailingPreview preview(EventLetterKind kind, Event event, List<EventOrder> affected, EventNote note) {
        Map<UUID, EventOrder> byId =
                affected.stream().collect(Collectors.toMap(each -> each.id().value(), each -> each));
        return mailings.preview(
                null,
                affected.stream().map(EventLetterSender::addressee).toList(),
                to -> write(kind, event, Objects.requireNonNull(byId.get(to.party())), note));
    }

    static Addressee addressee(EventOrder order) {
        return new Addressee(order.id().value(), order.buyer(), order.hasMail() ? order.contactMail() : null);
    }

    /** The last letter about an order, of any kind; {@code null} for none. */
    @Nullable
    LetterStatus findLast(EventOrderId order) {
        return Arrays.stream(EventLetterKind.values())
                .map(EventLetterKind::matter)
                .distinct()
                .map(matter -> statuses.findByRecord(matter, order.value()))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(LetterStatus::postedAt))
                .orElse(null);
    }

    /** The last letter of a kind to each order that got one. */
    Map<UUID, LetterStatus> findLast(EventLetterKind kind, List<EventOrder> orders) {
        return statuses.findByRecords(
                kind.matter(), orders.stream().map(each -> each.id().value()).toList());
    }

    /** Returns whether a letter was posted: not without an address. */
    boolean post(@Nullable EventLetterKind kind, Event event, EventOrder order) {
        return post(kind, event, order, EventNote.NONE);
    }

    /** As above, with words of our own. */
    boolean post(@Nullable EventLetterKind kind, Event event, EventOrder order, EventNote note) {
        String mail = order.contactMail();
        if (kind == null || mail == null || !order.hasMail()) {
            return false;
        }
        UUID id = order.id().value();
        LetterText text = write(kind, event, order, note);
        outbox.post(
                new Letter(mail, text, kind.purpose(), new Letter.Completion(MATTER, id)).regarding(kind.matter(), id));
        return true;
    }

    /**
     * Writes the waiting letters about the state of orders again, since the event changed; returns how many. A letter
     * that is leaving stays: its order is told by {@link EventLetterKind#CHANGED}.
     */
    int rewrite(Event event, List<EventOrder> orders) {
        List<UUID> waiting = findLast(EventLetterKind.CONFIRMED, orders).values().stream()
                .filter(each -> each.state() == LetterState.WAITING)
                .map(LetterStatus::record)
                .toList();
        statuses.replace(MATTER, waiting);
        Map<UUID, LetterStatus> now = statuses.findByRecords(MATTER, waiting);
        return (int) orders.stream()
                .filter(each -> Optional.ofNullable(now.get(each.id().value()))
                        .filter(letter -> letter.state() == LetterState.WITHHELD)
                        .isPresent())
                .filter(each -> post(EventLetterKind.of(each.state()), event, each))
                .count();
    }

    /** Withholds the letters to the contacts of orders that are no longer true; returns how many mailings waited. */
    int withholdUntrue(List<EventOrder> orders) {
        int before = countWaiting(orders);
        statuses.withholdUntrue(orders.stream().map(each -> each.id().value()).toList());
        return before - countWaiting(orders);
    }

    private int countWaiting(List<EventOrder> orders) {
        return (int) Arrays.stream(EventLetterKind.values())
                .filter(EventLetterKind::isMailing)
                .flatMap(kind -> findLast(kind, orders).values().stream())
                .filter(each -> each.state() == LetterState.WAITING)
                .count();
    }

    private LetterText write(EventLetterKind kind, Event event, EventOrder order, EventNote note) {
        Words t = languages.wordsFor(order.language());
        EventFacts facts = event.facts();
        boolean ofTable = order.organisation() != null;
        boolean inRoom = order.mode() == EventMode.IN_PERSON;
        String variant =
                switch (kind) {
                    case CONFIRMED -> ofTable ? "TABLE" : kind.name();
                    // A guest on line passes no door: whether they came is not known.
                    case THANKS -> order.admitted() > 0 ? kind.name() : "THANKS_ALL";
                    default -> kind.name();
                };
        List<LetterBlock> blocks = new ArrayList<>(LetterBlock.paragraphs(t.say(
                "public.event.letter." + variant,
                order.contactName(),
                facts.name(),
                order.seats(),
                "[[until]]",
                order.buyer())));
        blocks.addAll(LetterBlock.paragraphs(note.forMode(order.mode())));
        if (kind == EventLetterKind.CANCELLED && order.invoice() != null) {
            blocks.addAll(LetterBlock.paragraphs(t.say("public.event.letter.invoiced")));
        }
        Instant until = order.offeredUntil();
        if (kind == EventLetterKind.CHANGED && until != null) {
            blocks.addAll(LetterBlock.paragraphs(t.say("public.event.letter.until", order.seats(), t.dateTime(until))));
        }
        if (kind != EventLetterKind.CANCELLED && kind != EventLetterKind.THANKS) {
            boolean expected = order.state().isExpected();
            blocks.addAll(LetterBlock.paragraphs(Stream.of(
                            facts.when(t),
                            inRoom ? facts.place() : "",
                            inRoom ? facts.access() : "",
                            expected && inRoom ? t.say("public.event.letter.code", order.code()) : "",
                            expected && !inRoom ? Objects.requireNonNullElse(facts.onlineUrl(), "") : "")
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.joining("\n"))));
            String button = !expected ? order.state().name() : ofTable ? "TABLE" : EventLetterKind.CONFIRMED.name();
            blocks.add(new LetterBlock.Button(t.say("public.event.letter.button." + button), "[[link]]"));
        }
        blocks.addAll(LetterBlock.paragraphs(
                t.say("public.event.letter.end", settings.current().name())));
        return LetterText.of(t.say("public.event.letter.subject." + kind, facts.name()), blocks, t);
    }

    /** Makes the link, and tells the end of an offer, when a letter leaves; a letter that is no longer true is withheld. */
    @Bean
    static BodyCompleter eventLetterCompleter(
            ObjectProvider<EventOrderRepository> orders,
            ObjectProvider<EventQueries> events,
            PublicLanguages languages,
            OrganisationSettings settings,
            BaseUrl baseUrl) {
        return BodyCompleter.of(
                MATTER,
                letter -> {
                    EventOrder order = orders.getObject().findById(new EventOrderId(letter.subject()));
                    Event event = events.getObject().findById(order.event());
                    return EventPolicy.isStillTrue(
                            letter.purpose(), letter.postedAt(), order.state(), event, settings.today());
                },
                "event.letter.withheld",
                subject -> {
                    EventOrderRepository repository = orders.getObject();
                    EventOrder order = repository.findById(new EventOrderId(subject));
                    // The days of an offer count from its letter on.
                    Instant until = Objects.requireNonNullElseGet(
                            order.offeredUntil(),
                            () -> events.getObject()
                                    .findById(order.event())
                                    .offerEnd(
                                            repository.now(), settings.current().zone()));
                    return Map.of(
                            "until",
                            languages.wordsFor(order.language()).dateTime(until),
                            "link",
                            baseUrl.value() + EventOrderService.PATH + repository.issueLink(subject));
                });
    }
}
