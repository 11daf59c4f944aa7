package org.convergence.platform.mail.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailPermissions;
import org.convergence.platform.mail.domain.OutboxService;
import org.convergence.platform.mail.domain.OutboxService.OutboxFilter;
import org.convergence.platform.mail.domain.OutboxService.OutboxHealth;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Warns at the head of the home page while mail is not set up or its server takes nothing, with the number of waiting
 * messages, and of letters that need a person.
 */
@Component
@Order(6)
@Requires(MailPermissions.KEEP)
record MailSetupHomeCard(LetterStatusService letters, OutboxService outbox, OrganisationSettings settings)
        implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        return letters.isMailSet()
                ? show(outbox.checkHealth(), t)
                : List.of(card(t.say("mail.alarm", letters.countWaiting()), t.say("mail.alarm.see")));
    }

    List<Card> show(OutboxHealth health, Words t) {
        List<Card> cards = new ArrayList<>();
        Instant since = health.failingSince();
        if (since != null) {
            boolean today = settings.dayOf(since).equals(settings.today());
            String when = today ? t.time(since.atZone(t.zone()).toLocalTime()) : t.dateTime(since);
            cards.add(card(
                    t.say("mail.alarm.failing", health.problem(), when, letters.countWaiting(), today),
                    t.say("mail.alarm.try")));
        }
        if (health.refused() > 0) {
            cards.add(card(t.say("mail.alarm.refused", health.refused()), OutboxFilter.REFUSED, t));
        }
        if (health.doubtful() > 0) {
            cards.add(card(t.say("mail.alarm.doubtful", health.doubtful()), OutboxFilter.DOUBTFUL, t));
        }
        if (health.lapsed() > 0) {
            cards.add(card(t.say("mail.alarm.lapsed", health.lapsed()), OutboxFilter.LAPSED, t));
        }
        return cards;
    }

    private static Card card(String sentence, OutboxFilter filter, Words t) {
        return Card.ofSentence(
                CardPart.FIRST, sentence, CardAction.link(t.say("mail.alarm.letters"), OutboxPage.url(filter)));
    }

    private static Card card(String sentence, String link) {
        return Card.ofSentence(CardPart.FIRST, sentence, CardAction.link(link, OutboxPage.LIST));
    }
}
