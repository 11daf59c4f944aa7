package org.convergence.directory.handover.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.domain.ArrivalsAndDepartures;
import org.convergence.directory.handover.domain.Handover;
import org.convergence.directory.handover.domain.HandoverQueries;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cards of the first page: notes from predecessors, the newcomer's page, and coming departures. */
@Component
@Order(15)
@Requires(HandoverPermissions.OWN)
record HandoverHomeCard(ArrivalsAndDepartures comings, HandoverQueries handovers, OrganisationSettings settings)
        implements HomeCard {

    private static final int BRIEF = 240;

    /** So many departures stand apart; more are one line. */
    private static final int APART = 2;

    private static final String WELCOME = HandoverController.ROOM + "/welcome";

    @Override
    public List<Card> show(Words t) {
        List<Card> cards = new ArrayList<>();
        List<Handover> left = handovers.findUnread();
        if (!left.isEmpty() || comings.isNew()) {
            cards.add(Card.ofSentence(
                    CardPart.FIRST, t.say("handover.card.begin"), CardAction.link(t.say("handover.welcome"), WELCOME)));
        }
        List<CardRow> week =
                new ArrayList<>(left.stream().map(each -> note(each, t)).toList());
        if (CurrentActor.get().may(HandoverPermissions.PASS)) {
            week.addAll(departures(comings.findDepartures(), t));
        }
        if (!week.isEmpty()) {
            cards.add(Card.of(CardPart.WEEK, week.stream().limit(MOST).toList()));
        }
        return cards;
    }

    private CardRow note(Handover it, Words t) {
        String url = HandoverController.ROOM + "/" + it.id().value();
        LocalDate day = LocalDate.ofInstant(it.passedAt(), settings.current().zone());
        String text = Markdown.toText(it.note()).replaceAll("\\s+", " ");
        String brief = TextShortener.shorten(text, BRIEF);
        String from = t.say("handover.card.note", it.name());
        return new CardRow(
                null,
                day,
                t.capital(t.ago(day, settings.today())),
                false,
                t.say("handover.card.notes"),
                url,
                brief.isEmpty() ? from : from + " – " + brief,
                List.of(CardAction.button(t.say("handover.read"), url + "/read")));
    }

    /** Many ends, as after an assembly, are one line that leads to their list. */
    private static List<CardRow> departures(List<ArrivalsAndDepartures.Departure> all, Words t) {
        if (all.size() <= APART) {
            return all.stream().map(each -> departure(each, t)).toList();
        }
        LocalDate first = all.get(0).lastDay();
        String names = all.stream().map(each -> each.who().name()).collect(Collectors.joining(", "));
        return List.of(new CardRow(
                "handover/several/" + first,
                first,
                t.capital(t.day(first)),
                false,
                t.say("handover.card.several", all.size()),
                HandoverController.ROOM,
                TextShortener.shorten(names, BRIEF),
                List.of(CardAction.link(t.say("handover.prepare"), HandoverController.ROOM))));
    }

    private static CardRow departure(ArrivalsAndDepartures.Departure each, Words t) {
        String url = HandoverController.ROOM + "/of/" + each.who().id().value();
        return new CardRow(
                "handover/" + each.who().id().value(),
                each.lastDay(),
                t.capital(t.day(each.lastDay())),
                false,
                t.say(each.endingKey()),
                url,
                each.who().name(),
                List.of(CardAction.link(t.say("handover.prepare"), url)));
    }
}
