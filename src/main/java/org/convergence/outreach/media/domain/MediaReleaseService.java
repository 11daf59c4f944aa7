package org.convergence.outreach.media.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.SealedPersonRecogniser;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseFacts;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseId;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseState;
import org.convergence.outreach.media.domain.MediaRelease.ReleaseText;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.redaction.NamePhrases;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.SourceTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes press releases, and makes them public once their embargo ends. */
@Service
@Transactional
@Requires(MediaPermissions.EDIT)
public class MediaReleaseService {

    static final String TABLE = "outreach.media_release";

    /** Releases as texts of other records. */
    private static final String TEXTS = "outreach.media";

    private static final String UNRECORDED =
            "issued_at IS NOT NULL AND recorded_at IS NULL AND (embargo_until IS NULL OR embargo_until <= :now)";

    private final MediaQueries queries;
    private final RealisationRecorder realisations;
    private final OrganisationSettings settings;
    private final ObjectProvider<SealedPersonRecogniser> sealed;
    private final SourceTexts texts;
    private final JdbcClient db;
    private final Clock clock;

    MediaReleaseService(
            MediaQueries queries,
            RealisationRecorder realisations,
            OrganisationSettings settings,
            ObjectProvider<SealedPersonRecogniser> sealed,
            SourceTexts texts,
            JdbcClient db,
            Clock clock) {
        this.queries = queries;
        this.realisations = realisations;
        this.settings = settings;
        this.sealed = sealed;
        this.texts = texts;
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param id {@code null} for a new one
     * @throws Refused if it was sent, or is public and more than its recipients would change: what the press has stays
     */
    @Transactional(label = "media.write-release")
    public MediaReleaseId save(@Nullable MediaReleaseId id, int version, MediaReleaseFacts facts) {
        if (id != null) {
            MediaRelease before = queries.findRelease(id);
            if (before.sentAt() != null) {
                throw new Refused("media.refused.issued");
            }
            if (before.issuedAt() != null
                    && !facts.equals(new MediaReleaseFacts(
                            before.texts(),
                            before.spokesperson(),
                            facts.segment(),
                            facts.action(),
                            before.embargoUntil()))) {
                throw new Refused("media.refused.public");
            }
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "texts");
        values.put("language", facts.texts().get(0).language());
        for (String language : List.of("fr", "en", "es")) {
            Optional<ReleaseText> text = facts.texts().stream()
                    .filter(each -> each.language().equals(language))
                    .findFirst();
            values.put("title_" + language, text.map(ReleaseText::title).orElse(null));
            values.put("body_" + language, text.map(ReleaseText::body).orElse(null));
        }
        return new MediaReleaseId(VersionedRow.save(db, TABLE, id, version, values));
    }

    static void lock(JdbcClient db, MediaReleaseId id) {
        db.sql("SELECT FROM outreach.media_release WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> n)
                .list();
    }

    static void setNow(JdbcClient db, Clock clock, MediaReleaseId id, String column) {
        db.sql("UPDATE outreach.media_release SET " + column + " = :now, version = version + 1 WHERE id = :id")
                .param("now", SqlTime.now(clock))
                .param("id", id.value())
                .update();
    }

    /**
     * Decides that a release is public from the end of its embargo on. It is a realisation from then on: before, no list
     * of realisations tells of it.
     *
     * @return its state
     * @throws Refused if it was decided before, its embargo is past, or it names a protected person
     */
    @Requires(MediaPermissions.ISSUE)
    @Transactional(label = "media.issue-release")
    public MediaReleaseState issue(MediaReleaseId id) {
        lock(db, id);
        MediaRelease release = queries.findRelease(id);
        if (release.issuedAt() != null) {
            throw new Refused("media.refused.issued");
        }
        Instant now = clock.instant();
        if (release.isEmbargoMissed(now)) {
            throw new Refused("media.refused.embargo-past");
        }
        requirePublishable(release);
        setNow(db, clock, id, "issued_at");
        db.sql("UPDATE outreach.media_release SET taken_back_at = NULL WHERE id = ?")
                .param(id.value())
                .update();
        texts.giveAgain(TEXTS, id.value());
        recordPublic(id);
        return release.isUnderEmbargo(now) ? MediaReleaseState.EMBARGO : MediaReleaseState.PUBLIC;
    }

    /** The releases that have become public and are not realisations yet. */
    @Requires(MediaPermissions.ISSUE)
    @Transactional(readOnly = true)
    public List<MediaReleaseId> findUnrecorded() {
        return db
                .sql("SELECT id FROM outreach.media_release WHERE " + UNRECORDED + " ORDER BY id LIMIT 20")
                .param("now", SqlTime.now(clock))
                .query(UUID.class)
                .list()
                .stream()
                .map(MediaReleaseId::new)
                .toList();
    }

    /** Records a release as a realisation if it has become public and is none yet. */
    @Requires(MediaPermissions.ISSUE)
    @Transactional(label = "media.record-release")
    public void recordPublic(MediaReleaseId id) {
        db.sql("SELECT * FROM outreach.media_release WHERE id = :id AND " + UNRECORDED + " FOR UPDATE")
                .param("id", id.value())
                .param("now", SqlTime.now(clock))
                .query(RecordMapper.of(MediaRelease.class))
                .optional()
                .ifPresent(this::record);
    }

    private void record(MediaRelease release) {
        Instant issued = Objects.requireNonNull(release.issuedAt());
        Instant embargo = release.embargoUntil();
        LocalDate day = settings.dayOf(embargo == null || embargo.isBefore(issued) ? issued : embargo);
        setNow(db, clock, release.id(), "recorded_at");
        realisations.record(RecordRealisationCommand.forLine(
                source(release.id()),
                new RealisationDetails(
                        release.title(), RealisationKind.PUBLICATION, DayRange.on(day), null, null, Set.of()),
                Amounts.UNKNOWN,
                release.action()));
    }

    /** Each minute: an embargo ends without anyone's doing. Each release has a transaction of its own. */
    @Bean
    static RecurringWork mediaReleases(ObjectProvider<MediaReleaseService> releases) {
        return RecurringWork.of("media-releases", "20 * * * * *", () -> {
            MediaReleaseService service = releases.getObject();
            service.findUnrecorded().forEach(service::recordPublic);
        });
    }

    private void requirePublishable(MediaRelease release) {
        String text = release.texts().stream()
                .map(each -> each.title() + "\n" + each.body())
                .collect(Collectors.joining("\n", Objects.requireNonNullElse(release.spokesperson(), "") + "\n", ""));
        if (sealed.stream()
                .anyMatch(
                        each -> !each.findUnpublishable(NamePhrases.find(text)).isEmpty())) {
            throw new Refused("media.refused.named");
        }
    }

    /**
     * Takes a release back that is not to be public: letters that have not left are withheld, its realisation is
     * withdrawn. What feeds and the press have already is not taken back.
     *
     * @return its state before, and the number of organisations that have a copy of its text
     * @throws Refused if it was not issued
     */
    @Requires(MediaPermissions.ISSUE)
    @Transactional(label = "media.take-back-release")
    public TakenBackRelease takeBack(MediaReleaseId id) {
        lock(db, id);
        MediaReleaseState before = queries.findRelease(id).state(clock.instant());
        if (before == MediaReleaseState.DRAFT) {
            throw new Refused("media.refused.not-issued");
        }
        setNow(db, clock, id, "taken_back_at");
        db.sql("UPDATE outreach.media_release SET issued_at = NULL, recorded_at = NULL WHERE id = ?")
                .param(id.value())
                .update();
        realisations.withdraw(source(id), "taken back");
        return new TakenBackRelease(before, texts.takeBack(TEXTS, id.value()));
    }

    /** A release that was taken back. */
    public record TakenBackRelease(MediaReleaseState before, int copies) {}

    private static RealisationSource source(MediaReleaseId id) {
        return new RealisationSource(TEXTS, "release", id.value().toString(), "/outreach/media/releases/" + id.value());
    }

    /**
     * A public release.
     *
     * @throws NotFound if it is not public, or not yet
     */
    @Open("a release is public once its embargo is over")
    @Transactional(readOnly = true)
    public MediaRelease findPublic(MediaReleaseId id) {
        return db.sql("SELECT * FROM outreach.media_release WHERE id = ?")
                .param(id.value())
                .query(RecordMapper.of(MediaRelease.class))
                .optional()
                .filter(each -> each.state(clock.instant()) == MediaReleaseState.PUBLIC)
                .orElseThrow(() -> new NotFound("release"));
    }
}
