package org.convergence.directory.handover.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.domain.ArrivalsAndDepartures;
import org.convergence.directory.handover.domain.Handover;
import org.convergence.directory.handover.domain.HandoverQueries;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Cards of the first page: notes from predecessors, the newcomer's page, and coming departures. */
@Component
class HandoverHomeCard implements HomeCard {

    private static final int BRIEF = 240;
    private static final String WELCOME = HandoverController.ROOM + "/welcome";

    private final ArrivalsAndDepartures comings;
    private final HandoverQueries handovers;
    private final OrganisationSettings settings;

    HandoverHomeCard(ArrivalsAndDepartures comings, HandoverQueries handovers, OrganisationSettings settings) {
        this.comings = comings;
        this.handovers = handovers;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String permission() {
        return HandoverPermissions.OWN;
    }

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
            comings.findDepartures().forEach(each -> week.add(departure(each, t)));
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

    private CardRow departure(ArrivalsAndDepartures.Departure each, Words t) {
        String url = HandoverController.ROOM + "/of/" + each.who().id().value();
        return new CardRow(
                "handover/" + each.who().id().value(),
                each.lastDay(),
                t.capital(t.day(each.lastDay())),
                false,
                t.say("handover.card.leaves"),
                url,
                each.who().name(),
                List.of(CardAction.link(t.say("handover.prepare"), url)));
    }
}
