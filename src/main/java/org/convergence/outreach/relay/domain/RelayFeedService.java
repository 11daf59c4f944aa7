package org.convergence.outreach.relay.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.outreach.relay.domain.RelayFeed.RelayCandidate;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.fetch.FeedReader.ReadFeed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the sites in which relays are looked for, and decides what they propose (R-MAIL-12). */
@Service
@Requires(RelayPermissions.EDIT)
public class RelayFeedService {

    private final RelayFeedUpdater updater;
    private final RelayRepository repository;
    private final RelayService relays;
    private final Clock clock;
    private final JdbcClient db;

    RelayFeedService(
            RelayFeedUpdater updater, RelayRepository repository, RelayService relays, Clock clock, JdbcClient db) {
        this.updater = updater;
        this.repository = repository;
        this.relays = relays;
        this.clock = clock;
        this.db = db;
    }

    /** The feeds that are read, in the order of their organisations. */
    @Transactional(readOnly = true)
    public List<RelayFeed> findAll() {
        return updater.findAll();
    }

    /** A feed that was read before it is set. */
    public record FoundRelayFeed(String address, ReadFeed read) {}

    /**
     * Reads the feed at an address; waits for its server without a transaction.
     *
     * @throws Refused if it cannot be read, with the reason
     */
    public FoundRelayFeed read(String typed) {
        String address = typed.strip();
        return new FoundRelayFeed(address, updater.fetch(address));
    }

    /** Sets the feed of an organisation in place of the one that it had; what that one proposed goes. */
    @Transactional(label = "relay.set-feed")
    public void save(OrganisationId organisation, FoundRelayFeed found) {
        db.sql("""
                        DELETE FROM outreach.relay_sighting s USING outreach.relay_feed f
                        WHERE f.organisation = s.organisation AND f.organisation = ? AND f.url <> ? AND NOT s.decided
                        """).params(organisation.value(), found.address()).update();
        db.sql("""
                        INSERT INTO outreach.relay_feed (id, organisation, url, read_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (organisation) DO UPDATE SET url = excluded.url
                        """)
                .params(Ids.next(), organisation.value(), found.address(), SqlTime.now(clock))
                .update();
        updater.findAll().stream()
                .filter(each -> each.organisation().equals(organisation))
                .forEach(each -> updater.store(each, found.read()));
    }

    /** Reads a feed no longer. What a person confirmed stays. */
    @Transactional(label = "relay.set-feed")
    public void remove(UUID feed) {
        db.sql("""
                        WITH removed AS (DELETE FROM outreach.relay_feed WHERE id = ? RETURNING organisation)
                        DELETE FROM outreach.relay_sighting WHERE organisation IN (SELECT organisation FROM removed) AND NOT decided
                        """).param(feed).update();
    }

    /** The posts that may be a kit; none of an organisation whose publication was seen already. */
    @Transactional(readOnly = true)
    public List<RelayCandidate> findSightings(RelayKitId kit) {
        return db.sql("""
                        SELECT s.id, o.name AS organisation_name, s.url, s.title, s.published_on FROM outreach.relay_sighting s
                        JOIN directory.people_organisation_name o ON o.id = s.organisation
                        WHERE s.kit = ? AND NOT s.decided AND NOT EXISTS (
                            SELECT FROM outreach.relay r
                            WHERE r.kit = s.kit AND r.organisation = s.organisation AND r.state IN ('SEEN', 'KEPT'))
                        ORDER BY o.name, s.published_on, s.id
                        """)
                .param(kit.value())
                .query(RecordMapper.of(RelayCandidate.class))
                .list();
    }

    /**
     * Decides what a person saw, once.
     *
     * @param isOurs whether the post is the kit, which is then seen at its address
     * @return whether it was still to be decided
     */
    @Transactional(label = "relay.see")
    public boolean decide(RelayKitId kit, UUID sighting, boolean isOurs) {
        record SeenPost(OrganisationId organisation, String url, LocalDate publishedOn) {}
        return db.sql("""
                        UPDATE outreach.relay_sighting SET decided = true WHERE id = ? AND kit = ? AND NOT decided
                        RETURNING organisation, url, published_on
                        """)
                .params(sighting, kit.value())
                .query(RecordMapper.of(SeenPost.class))
                .optional()
                .map(post -> {
                    if (isOurs) {
                        UUID relay = repository.findOrInsert(kit, post.organisation());
                        relays.recordSeen(relay, post.url(), post.publishedOn());
                    }
                    return true;
                })
                .orElse(false);
    }
}
