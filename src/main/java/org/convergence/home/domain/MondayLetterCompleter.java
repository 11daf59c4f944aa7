package org.convergence.home.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.shell.HomeCard.Card;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes the week's content, as text without names of people, and the stop link at sending; nothing once the days of the
 * letter are over, or its reader wants none.
 */
@Component
record MondayLetterCompleter(
        AccountActors accounts,
        ObjectProvider<TodayQueries> reading,
        MondayChoiceService choices,
        RecipientWords recipientWords,
        OrganisationSettings settings,
        BaseUrl baseUrl)
        implements BodyCompleter {

    @Override
    public String name() {
        return MondayLetterSender.PURPOSE;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        if (!settings.today().isBefore(settings.dayOf(letter.postedAt()).plusDays(MondayMailSchedule.DAYS))) {
            return Optional.of("home.monday.withheld.late");
        }
        Optional<Actor> actor = accounts.find(letter.subject());
        return actor.isEmpty()
                        || MondayChoiceService.effectiveChoice(actor.get(), choices.findAll())
                                == MondayChoiceService.MondayChoice.NEVER
                ? Optional.of("home.monday.withheld.stopped")
                : Optional.empty();
    }

    @Override
    public Map<String, String> complete(UUID account) {
        Actor actor = accounts.find(account).orElseThrow(() -> new NotFound("account"));
        Words t = recipientWords.forLanguage(actor.language());
        Today today = MondayLetterSender.today(reading.getObject(), actor, t);
        return Map.of(
                "week",
                format(today, t),
                "stop",
                baseUrl.value() + "/home/stop/"
                        + choices.createStopToken(account).secret());
    }

    private String format(Today today, Words t) {
        List<String> blocks = new ArrayList<>();
        blocks.add(t.capital(t.dayAndDate(today.day())));
        today.first().forEach(card -> first(card, blocks, t));
        today.lists().forEach(list -> {
            String heading = t.say("home.part." + list.part().name());
            String more = list.more() == 0 ? "" : "\n" + t.say("home.more", list.more()) + ".";
            blocks.add(heading + rows(list.rows(), t) + more);
        });
        if (today.isCalm()) {
            blocks.add(t.say("home.calm") + ".");
        }
        Deadline next = today.next();
        if (next != null) {
            blocks.add(t.say("home.monday.next", next.what(), t.date(next.day())));
        }
        blocks.add(t.say("home.monday.open") + "\n" + baseUrl.value() + "/");
        return String.join("\n\n", blocks);
    }

    private void first(Card card, List<String> blocks, Words t) {
        String sentence = card.sentence();
        if (sentence != null) {
            blocks.add(sentence.replace("**", ""));
        }
        if (!card.rows().isEmpty()) {
            blocks.add(card.title() + rows(card.rows(), t));
        }
    }

    private String rows(List<CardRow> rows, Words t) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append("\n– ")
                .append(t.say("home.monday.line", row.when(), row.what()))
                .append("\n  ")
                .append(baseUrl.value())
                .append(row.url()));
        return text.toString();
    }
}
