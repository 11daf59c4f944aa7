package org.convergence.cooperation.watch.domain;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.cooperation.watch.domain.WatchFeed.WatchFeedId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.fetch.FeedReader.ReadFeed;
import org.convergence.platform.fetch.FetchRequest;
import org.convergence.platform.fetch.FetchResponse;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds feeds, and turns them on and off. An address that cannot be read is not added. */
@Service
@Requires(WatchPermissions.EDIT)
public class FeedService {

    /** The most feeds. */
    static final int MOST = 200;

    private final FeedRepository feeds;
    private final FeedUpdater updater;
    private final OrganisationSettings settings;
    private final Clock clock;

    FeedService(FeedRepository feeds, FeedUpdater updater, OrganisationSettings settings, Clock clock) {
        this.feeds = feeds;
        this.updater = updater;
        this.settings = settings;
        this.clock = clock;
    }

    /** The feeds about a country; of all countries for {@code null}. */
    @Transactional(readOnly = true)
    @Requires(WatchPermissions.READ)
    public List<WatchFeed> findAll(@Nullable Country country) {
        return feeds.findAll(country == null ? null : country.code());
    }

    /** A feed that was read before it is added. */
    public record FoundFeed(URI address, FetchResponse<ReadFeed> read) {}

    /**
     * Reads the feed at an address; waits for its server without a transaction.
     *
     * @throws Refused if it cannot be read, with the reason
     */
    public FoundFeed find(String typed) {
        URI address = FetchRequest.parseAddress(typed).orElseThrow(() -> new Refused("fetch.refused.address"));
        return new FoundFeed(address, updater.fetch(address));
    }

    /**
     * Adds a feed that was read, with its first proposals.
     *
     * @throws Refused if the country has this feed, or there are too many
     */
    @Transactional(label = "watch.add-feed")
    public WatchFeedId add(Country country, FoundFeed found) {
        ReadFeed content = found.read().content();
        String title = content == null ? "" : content.title();
        String host = found.address().getHost();
        WatchFeedId id = insert(country, title.isEmpty() ? host : title, found.address(), true);
        updater.store(id, country.code(), found.read());
        return id;
    }

    /** Notes a feed without reading it: it is off, and says so. */
    @Transactional(label = "watch.add-feed")
    public WatchFeedId addOff(Country country, String title, URI address) {
        return insert(country, title, address, false);
    }

    private WatchFeedId insert(Country country, String title, URI address, boolean isOn) {
        if (feeds.findAll(null).size() >= MOST) {
            throw new Refused("watch.refused.feeds", MOST);
        }
        try {
            return feeds.insert(
                    country.code(),
                    title.substring(0, Math.min(200, title.length())).strip(),
                    address.toString(),
                    isOn,
                    settings.today(),
                    clock.instant());
        } catch (DuplicateKeyException known) {
            throw new Refused("watch.refused.feed-twice");
        }
    }

    /** Reads a feed now; the result is stored with it. */
    public void readNow(WatchFeedId id) {
        updater.update(feeds.findById(id));
    }

    /** Turns a feed on, due at once, or off. */
    @Transactional(label = "watch.set-feed")
    public void setOn(WatchFeedId id, boolean on) {
        feeds.setOn(id, on, clock.instant());
    }

    /** Removes a feed with what it proposed; what was kept stays. */
    @Transactional(label = "watch.remove-feed")
    public void remove(WatchFeedId id) {
        feeds.delete(id);
    }
}
