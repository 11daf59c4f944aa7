package org.convergence.outreach.media.domain;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaFeed.PostProposal;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.fetch.FeedReader.ReadFeed;
import org.convergence.platform.fetch.FetchResponse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the feed of our own site, and counts the posts that it proposes (R-WEB-4). */
@Service
@Requires(MediaPermissions.EDIT)
public class MediaFeedService {

    /** The proposals that nobody decided, and whose link was not pasted. */
    static final String WAITING = """
            outreach.media_proposal r WHERE NOT r.decided
            AND NOT EXISTS (SELECT FROM outreach.media_post p WHERE p.url = r.url)
            """;

    private final MediaFeedUpdater updater;
    private final MediaPostService posts;
    private final Clock clock;
    private final JdbcClient db;

    MediaFeedService(MediaFeedUpdater updater, MediaPostService posts, Clock clock, JdbcClient db) {
        this.updater = updater;
        this.posts = posts;
        this.clock = clock;
        this.db = db;
    }

    /** The feed; empty if none is set. */
    @Transactional(readOnly = true)
    public Optional<MediaFeed> find() {
        return updater.find();
    }

    /** A feed that was read before it is set. */
    public record FoundMediaFeed(String address, FetchResponse<ReadFeed> read) {}

    /**
     * Reads the feed at an address; waits for its server without a transaction.
     *
     * @throws Refused if it cannot be read, with the reason
     */
    public FoundMediaFeed read(String typed) {
        String address = typed.strip();
        return new FoundMediaFeed(address, updater.fetch(address, null, null));
    }

    /**
     * Sets the feed, and proposes its posts at once. What another address proposed goes, unless it was counted.
     *
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "media.set-feed")
    public void save(FoundMediaFeed found, int version) {
        TransactionLock.acquire(db, "media/feed");
        Optional<MediaFeed> before = updater.find();
        if (before.filter(each -> each.url().equals(found.address())).isEmpty()) {
            forgetWaiting();
        }
        VersionedRow.save(
                db,
                MediaFeedUpdater.TABLE,
                before.map(MediaFeed::id).orElse(null),
                version,
                Map.of("url", found.address(), "read_at", clock.instant()));
        updater.store(found.address(), found.read());
    }

    /** Stops the reading. What was counted stays. */
    @Transactional(label = "media.set-feed")
    public void remove() {
        db.sql("DELETE FROM outreach.media_feed").update();
        forgetWaiting();
    }

    private void forgetWaiting() {
        db.sql("DELETE FROM outreach.media_proposal WHERE NOT decided").update();
    }

    /** The posts proposed for a month, the first published first. */
    @Transactional(readOnly = true)
    public List<PostProposal> findProposals(YearMonth month) {
        return db.sql("SELECT r.id, r.url, r.title, r.published_on FROM " + WAITING
                        + " AND r.published_on BETWEEN :first AND :last ORDER BY r.published_on, r.id")
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(RecordMapper.of(PostProposal.class))
                .list();
    }

    /**
     * Decides the proposals that a person saw: those accepted are counted in the month, the others are left out, and none
     * is proposed again.
     *
     * @return the number of posts added
     */
    @Transactional(label = "media.decide-posts")
    public int decide(YearMonth month, List<UUID> shown, List<UUID> accepted) {
        List<String> links = db.sql("""
                        WITH decision AS (
                            UPDATE outreach.media_proposal SET decided = true
                            WHERE id = ANY (:shown) AND NOT decided AND published_on BETWEEN :first AND :last
                            RETURNING id, url, published_on)
                        SELECT url FROM decision WHERE id = ANY (:accepted) ORDER BY published_on, id
                        """)
                .param("shown", shown.toArray(UUID[]::new))
                .param("accepted", accepted.toArray(UUID[]::new))
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(String.class)
                .list();
        return links.isEmpty() ? 0 : posts.addPosts(month, links);
    }
}
