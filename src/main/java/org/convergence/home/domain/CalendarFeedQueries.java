package org.convergence.home.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.home.HomePermissions;
import org.convergence.home.domain.FeedEntryRepository.FeedEntry;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;

/** Serves a user's deadlines as a calendar feed, as that user and with the permissions of today. */
@Service
@Open("the calendar's address holds its secret")
public class CalendarFeedQueries {

    /** The days back and months ahead in a feed. */
    private static final int DAYS_BACK = 30;

    private static final int MONTHS_AHEAD = 12;

    private final CalendarFeedService feeds;
    private final AccountActors accounts;
    private final DeadlineQueries deadlines;
    private final FeedEntryRepository feedEntryRepository;
    private final RecipientWords recipientWords;
    private final OrganisationSettings settings;
    private final BaseUrl baseUrl;

    CalendarFeedQueries(
            CalendarFeedService feeds,
            AccountActors accounts,
            DeadlineQueries deadlines,
            FeedEntryRepository feedEntryRepository,
            RecipientWords recipientWords,
            OrganisationSettings settings,
            BaseUrl baseUrl) {
        this.feeds = feeds;
        this.accounts = accounts;
        this.deadlines = deadlines;
        this.feedEntryRepository = feedEntryRepository;
        this.recipientWords = recipientWords;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    /** The calendar; empty if the address is unknown or revoked, or its account has no permission today. */
    public Optional<byte[]> findCalendar(String secret) {
        return feeds.findAccount(secret)
                .flatMap(accounts::find)
                .filter(actor -> actor.may(HomePermissions.OPEN))
                .map(this::writeFor);
    }

    private byte[] writeFor(Actor actor) {
        Words t = recipientWords.forLanguage(actor.language());
        List<FeedEntry> all = CurrentActor.callAs(actor, () -> findEntries(actor.id(), t));
        var writer = new DeadlineCalendarWriter(settings.current(), baseUrl.value(), t);
        return writer.write(all);
    }

    private List<FeedEntry> findEntries(UUID account, Words t) {
        LocalDate today = settings.today();
        return feedEntryRepository.update(
                account, deadlines.findBetween(today.minusDays(DAYS_BACK), today.plusMonths(MONTHS_AHEAD), t), today);
    }
}
