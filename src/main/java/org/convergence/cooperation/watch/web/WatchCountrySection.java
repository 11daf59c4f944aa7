package org.convergence.cooperation.watch.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.cooperation.watch.domain.FeedService;
import org.convergence.cooperation.watch.domain.WatchFeed;
import org.convergence.cooperation.watch.domain.WatchFeed.FeedHealth;
import org.convergence.cooperation.watch.domain.WatchQueries;
import org.convergence.cooperation.watch.domain.WatchQueries.WatchFilter;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.CountrySection;
import org.convergence.safety.guide.CountrySection.CountryLine;
import org.convergence.safety.guide.CountrySection.CountryPart;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The context of a country, what was learned lately, and the health of its feeds: silence is not calm (R-WATCH-1). */
@Component
record WatchCountrySection(WatchQueries queries, FeedService feeds, Clock clock) {

    @Bean
    CountrySection watchOfCountry() {
        return new CountrySection(20, WatchPermissions.READ, this::find);
    }

    private Optional<CountryPart> find(Country country, Words t) {
        boolean edits = CurrentActor.get().may(WatchPermissions.EDIT);
        List<CountryLine> lines = new ArrayList<>();
        queries.findFirst(new WatchFilter("", country.code(), null, false), CountrySection.MOST_LINES - 1).stream()
                .map(row -> WatchListController.item(row, t))
                .map(row -> new CountryLine(row.url(), row.title(), row.detail(), row.tone(), row.state()))
                .forEach(lines::add);
        Optional<String> context =
                queries.findContext(country).map(each -> t.say("watch.context.text", each.body(), each.writtenOn()));
        List<WatchFeed> known = feeds.findAll(country);
        if (lines.isEmpty() && context.isEmpty() && known.isEmpty() && !edits) {
            return Optional.empty();
        }
        lines.add(feedLine(known, t));
        return Optional.of(new CountryPart(
                t.say("watch.menu"),
                context.orElse(null),
                lines,
                edits
                        ? List.of(
                                new Option(WatchPage.LIST + "/new?country=" + country.code(), t.say("watch.new")),
                                new Option(WatchPage.LIST + "/context/" + country.code(), t.say("watch.context.edit")))
                        : List.of()));
    }

    /** The feeds with the worst health among them. */
    private CountryLine feedLine(List<WatchFeed> known, Words t) {
        if (known.isEmpty()) {
            return new CountryLine(
                    WatchFeedController.LIST,
                    t.say("watch.feeds.none"),
                    t.say("watch.feeds.silence"),
                    Tone.WARN,
                    t.say("watch.feeds.unknown"));
        }
        Instant now = clock.instant();
        FeedHealth worst = known.stream()
                .map(each -> each.health(now))
                .min(Comparator.naturalOrder())
                .orElse(FeedHealth.OFF);
        return new CountryLine(
                WatchFeedController.LIST,
                t.say("watch.feeds.count", known.size()),
                worst == FeedHealth.FINE ? "" : t.say("watch.feeds.silence"),
                worst.tone(),
                t.say(worst.key()));
    }
}
