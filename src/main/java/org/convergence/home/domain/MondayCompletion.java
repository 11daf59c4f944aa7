package org.convergence.home.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the week's content and the stop link at sending. */
@Component
class MondayCompletion implements BodyCompleter {

    private final AccountActors accounts;
    private final ObjectProvider<TodayReading> reading;
    private final MondayChoices choices;
    private final Speaking speaking;
    private final String baseUrl;

    MondayCompletion(
            AccountActors accounts,
            ObjectProvider<TodayReading> reading,
            MondayChoices choices,
            Speaking speaking,
            @Value("${convergence.base-url}") String baseUrl) {
        this.accounts = accounts;
        this.reading = reading;
        this.choices = choices;
        this.speaking = speaking;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return MondayLetters.PURPOSE;
    }

    @Override
    public Map<String, String> complete(UUID account) {
        Actor actor = accounts.find(account).orElseThrow(() -> new NotFound("account"));
        Words t = speaking.to(actor.language());
        Today today = MondayLetters.today(reading.getObject(), actor, t);
        return Map.of(
                "week",
                new MondayText(baseUrl, t).of(today),
                "stop",
                baseUrl + "/home/stop/" + choices.stopping(account).secret());
    }
}
