package org.convergence.home.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the week's content and the stop link at sending. */
@Component
class MondayLetterCompleter implements BodyCompleter {

    private final AccountActors accounts;
    private final ObjectProvider<TodayQueries> reading;
    private final MondayChoiceService choices;
    private final RecipientWords recipientWords;
    private final String baseUrl;

    MondayLetterCompleter(
            AccountActors accounts,
            ObjectProvider<TodayQueries> reading,
            MondayChoiceService choices,
            RecipientWords recipientWords,
            @Value("${convergence.base-url}") String baseUrl) {
        this.accounts = accounts;
        this.reading = reading;
        this.choices = choices;
        this.recipientWords = recipientWords;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return MondayLetterSender.PURPOSE;
    }

    @Override
    public Map<String, String> complete(UUID account) {
        Actor actor = accounts.find(account).orElseThrow(() -> new NotFound("account"));
        Words t = recipientWords.forLanguage(actor.language());
        Today today = MondayLetterSender.today(reading.getObject(), actor, t);
        return Map.of(
                "week",
                new MondayTextFormatter(baseUrl, t).format(today),
                "stop",
                baseUrl + "/home/stop/" + choices.createStopToken(account).secret());
    }
}
