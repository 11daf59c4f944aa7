package org.convergence.home.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.home.HomePermissions;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Serves a user's deadlines as a calendar feed, as that user and with the permissions of today. */
@Service
@Open("a calendar shows the secret of its address")
public class FeedReading {

    /** The days back and months ahead in a feed. */
    private static final int DAYS_BACK = 30;

    private static final int MONTHS_AHEAD = 12;

    private final Feeds feeds;
    private final AccountActors accounts;
    private final DeadlineReading deadlines;
    private final ToldDeadlines told;
    private final Speaking speaking;
    private final OrganisationSettings settings;
    private final String baseUrl;

    FeedReading(
            Feeds feeds,
            AccountActors accounts,
            DeadlineReading deadlines,
            ToldDeadlines told,
            Speaking speaking,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.feeds = feeds;
        this.accounts = accounts;
        this.deadlines = deadlines;
        this.told = told;
        this.speaking = speaking;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    /** The calendar; empty if the address is unknown or revoked, or its account has no permission today. */
    public Optional<byte[]> calendar(String secret) {
        return feeds.accountOf(secret)
                .flatMap(accounts::find)
                .filter(actor -> actor.may(HomePermissions.OPEN))
                .map(this::written);
    }

    private byte[] written(Actor actor) {
        Words t = speaking.to(actor.language());
        List<Told> all = CurrentActor.callAs(actor, () -> told(actor.id(), t));
        var writer = new CalendarWriter(settings.current(), baseUrl, t);
        return writer.write(all);
    }

    private List<Told> told(UUID account, Words t) {
        LocalDate today = settings.today();
        return told.tell(
                account, deadlines.between(today.minusDays(DAYS_BACK), today.plusMonths(MONTHS_AHEAD), t), today);
    }
}
