package org.convergence.outreach.media.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes posts by their links. Those of a month make one realisation. */
@Service
@Transactional
@Requires(MediaPermissions.EDIT)
public class MediaPostService {

    /** The most links pasted at once. */
    private static final int MOST = 200;

    private final RealisationRecorder realisations;
    private final RecipientWords words;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    MediaPostService(
            RealisationRecorder realisations, RecipientWords words, OrganisationSettings settings, JdbcClient db) {
        this.realisations = realisations;
        this.words = words;
        this.settings = settings;
        this.db = db;
    }

    /** The links in a pasted text; anything else in it is ignored. */
    public static List<String> findLinks(String pasted) {
        return pasted.lines()
                .flatMap(line -> Stream.of(line.split("\\s+", -1)))
                .filter(PlanAttribution::isLink)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /**
     * Notes the posts of a month; links that are known are ignored. They make one realisation, dated to the last day of
     * the month, or today while it lasts.
     *
     * @return the number of posts added
     * @throws Refused if the month is in the future
     */
    @Transactional(label = "media.add-posts")
    public int addPosts(YearMonth month, Collection<String> links) {
        LocalDate today = settings.today();
        if (month.isAfter(YearMonth.from(today))) {
            throw new Refused("media.refused.ahead");
        }
        LocalDate first = month.atDay(1);
        int added = 0;
        for (String link : links) {
            added += db.sql("""
                            INSERT INTO outreach.media_post (id, month, url) VALUES (:id, :month, :url)
                            ON CONFLICT (url) DO NOTHING
                            """)
                    .param("id", Ids.next())
                    .param("month", first)
                    .param("url", link)
                    .update();
        }
        record(first);
        return added;
    }

    /** A link to a post. */
    public record MediaPost(UUID id, String url) {}

    /** The posts of a month, the first noted first. */
    @Transactional(readOnly = true)
    public List<MediaPost> findPosts(YearMonth month) {
        return db.sql("SELECT id, url FROM outreach.media_post WHERE month = ? ORDER BY id")
                .param(month.atDay(1))
                .query(RecordMapper.of(MediaPost.class))
                .list();
    }

    /** Removes a link noted by mistake; does nothing if it is gone. */
    @Transactional(label = "media.remove-post")
    public void remove(UUID post) {
        db.sql("DELETE FROM outreach.media_post WHERE id = ? RETURNING month")
                .param(post)
                .query(LocalDate.class)
                .optional()
                .ifPresent(this::record);
    }

    /** Records the posts of a month as one realisation, or withdraws it where none is left. */
    private void record(LocalDate first) {
        YearMonth month = YearMonth.from(first);
        LocalDate today = settings.today();
        RealisationSource source =
                new RealisationSource(MediaService.MODULE, "posts", month.toString(), "/outreach/media");
        List<String> all = db.sql("SELECT url FROM outreach.media_post WHERE month = ? ORDER BY id")
                .param(first)
                .query(String.class)
                .list();
        if (all.isEmpty()) {
            realisations.withdraw(source, "removed");
        } else {
            LocalDate last = month.atEndOfMonth();
            Words t = words.forOrganisation();
            realisations.record(RecordRealisationCommand.done(
                            source,
                            new RealisationDetails(
                                    t.say("media.posts.title", all.size(), t.month(month)),
                                    RealisationKind.PUBLICATION,
                                    new DayRange(first, last.isAfter(today) ? today : last),
                                    null,
                                    null,
                                    Set.of()),
                            Amounts.UNKNOWN,
                            new PlanAttribution(
                                    Set.of(),
                                    "",
                                    new ArrayList<>(all.subList(0, Math.min(all.size(), PlanAttribution.MOST_LINKS)))))
                    .proposingLine());
        }
    }
}
