package org.convergence.home.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.home.HomePermissions;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds a person by mail of a waiting row: at most once a day for the same row, from any user. */
@Service
@Transactional
@Requires(HomePermissions.CARRY)
public class ReminderService {

    private static final String PURPOSE = "home_reminder";

    private final TodayQueries todayQueries;
    private final AccountActors accounts;
    private final RecipientWords recipientWords;
    private final Outbox outbox;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final String baseUrl;

    ReminderService(
            TodayQueries todayQueries,
            AccountActors accounts,
            RecipientWords recipientWords,
            Outbox outbox,
            OrganisationSettings settings,
            JdbcClient db,
            @Value("${convergence.base-url}") String baseUrl) {
        this.todayQueries = todayQueries;
        this.accounts = accounts;
        this.recipientWords = recipientWords;
        this.outbox = outbox;
        this.settings = settings;
        this.db = db;
        this.baseUrl = baseUrl;
    }

    /**
     * Sends a reminder to the person that a row waits on.
     *
     * @param key of the row
     * @throws Refused if the person was reminded of it today
     */
    public void remind(String key, Words t) {
        Today today = todayQueries.today(true, t);
        CardRow row = today.findAwaited(key).orElseThrow(() -> new NotFound("line"));
        Optional<Actor> reader =
                Optional.ofNullable(today.reachable().get(row.awaited())).flatMap(accounts::find);
        Actor whom = reader.orElseThrow(() -> new NotFound("account"));
        int first = db.sql("INSERT INTO home.reminder (account, subject, day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(whom.id(), key, settings.today())
                .update();
        if (first == 0) {
            throw new Refused("home.refused.reminded");
        }
        accounts.findMail(whom.id())
                .ifPresent(mail -> outbox.post(letter(mail, recipientWords.forLanguage(whom.language()), row)));
    }

    private Letter letter(String mail, Words t, CardRow row) {
        return new Letter(
                        mail,
                        t.say("home.remind.subject", row.what()),
                        t.say("home.remind.letter", CurrentActor.get().label(), row.what(), baseUrl + row.url()),
                        PURPOSE,
                        null)
                .hidingSubject();
    }

    /** The accounts of these people; none without the permission to remind. */
    static Map<UUID, UUID> reachable(AccountActors accounts, Collection<UUID> persons) {
        return CurrentActor.get().may(HomePermissions.CARRY) ? accounts.findByPersons(persons) : Map.of();
    }
}
