package org.convergence.outreach.media.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.directory.segment.SegmentAudience.AudienceQuestion;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseId;
import org.convergence.outreach.media.domain.MediaRelease.ReleaseText;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.ExcludedAddressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends press releases to the press contacts of a segment: they concern their functions (R-CASL-7), and neither wait for
 * our other mailings nor count among them (R-MAIL-13).
 */
@Service
@Transactional
@Requires(MediaPermissions.ISSUE)
public class MediaReleaseSender {

    /** The purpose of letters, and the matter of their states. */
    public static final String LETTER = "media_release";

    private final MediaQueries queries;
    private final SegmentAudience audience;
    private final MailingService mailings;
    private final LetterStatusService statuses;
    private final PublicLanguages languages;
    private final JdbcClient db;
    private final Clock clock;

    MediaReleaseSender(
            MediaQueries queries,
            SegmentAudience audience,
            MailingService mailings,
            LetterStatusService statuses,
            PublicLanguages languages,
            JdbcClient db,
            Clock clock) {
        this.queries = queries;
        this.audience = audience;
        this.mailings = mailings;
        this.statuses = statuses;
        this.languages = languages;
        this.db = db;
        this.clock = clock;
    }

    private List<AudiencePerson> find(MediaRelease release) {
        if (release.segment() == null) {
            throw new Refused("media.refused.segment");
        }
        Set<UUID> sent = findSent(release.id(), false);
        return audience
                .findAll(new AudienceQuestion(
                                release.segment(),
                                Purpose.NEWS,
                                true,
                                release.id().value())
                        .atAnyTime())
                .stream()
                .filter(each -> !sent.contains(each.person().value()))
                .toList();
    }

    /** The contacts whose letter waits to leave; or those whose letter does not wait any more. */
    private Set<UUID> findSent(MediaReleaseId id, boolean waiting) {
        return new HashSet<>(db.sql("""
                        SELECT r.person FROM outreach.media_recipient r
                        WHERE r.release = :release AND r.person IS NOT NULL AND EXISTS (
                            SELECT FROM platform.mail_letter_status s
                            WHERE s.matter = :matter AND s.record_id = r.id AND s.state = 'WAITING') = :waiting
                        """)
                .param("release", id.value())
                .param("matter", LETTER)
                .param("waiting", waiting)
                .query(UUID.class)
                .list());
    }

    /**
     * Previews {@link #send}.
     *
     * @throws Refused if no segment is chosen
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(MediaReleaseId id) {
        MediaRelease release = queries.findRelease(id);
        Set<UUID> contacts = findContacts();
        Set<UUID> waiting = findSent(id, true);
        List<AudiencePerson> all = find(release);
        Map<UUID, @Nullable String> spoken = new HashMap<>();
        all.forEach(each -> spoken.put(each.person().value(), each.language()));
        return mailings.preview(
                        Purpose.NEWS.word(),
                        all.stream()
                                .filter(each -> exclusionKey(each, contacts, waiting) == null)
                                .map(AudiencePerson::addressee)
                                .toList(),
                        to -> {
                            Words t = words(release, spoken.get(to.party()));
                            return write(release, t, terms(release.embargoUntil(), clock.instant(), t));
                        })
                .withLeftOut(all.stream()
                        .filter(each -> exclusionKey(each, contacts, waiting) != null)
                        .map(each -> new ExcludedAddressee(
                                each.addressee(), Objects.requireNonNull(exclusionKey(each, contacts, waiting))))
                        .toList());
    }

    /** A release concerns the functions of press contacts alone (R-CASL-7), whatever the segment holds. */
    private Set<UUID> findContacts() {
        return new HashSet<>(db.sql("SELECT person FROM outreach.media_contact")
                .query(UUID.class)
                .list());
    }

    /** The key of the reason why a person gets no letter; {@code null} if she gets one. */
    private static @Nullable String exclusionKey(AudiencePerson each, Set<UUID> contacts, Set<UUID> waiting) {
        UUID person = each.person().value();
        return waiting.contains(person)
                ? "media.excluded.waiting"
                : each.exclusion() != null
                        ? each.exclusion().key()
                        : contacts.contains(person) ? null : "media.excluded.no-contact";
    }

    /** The person's language, if the release is written in it; else the one in which it is written first. */
    private Words words(MediaRelease release, @Nullable String language) {
        return languages.wordsFor(release.text(language).language());
    }

    /**
     * Sends a release to the contacts who do not have it yet.
     *
     * @return their number
     * @throws Refused if no segment is chosen, its embargo is past, or nobody gets a letter
     */
    @Requires(MediaPermissions.ISSUE)
    @Transactional(label = "media.send-release")
    public int send(MediaReleaseId id) {
        MediaReleaseService.lock(db, id);
        MediaRelease release = queries.findRelease(id);
        if (release.isEmbargoMissed(clock.instant())) {
            throw new Refused("media.refused.embargo-past");
        }
        if (release.takenBackAt() != null) {
            throw new Refused("media.refused.taken-back");
        }
        Set<UUID> contacts = findContacts();
        Set<UUID> waiting = findSent(id, true);
        List<BulkLetter> letters = new ArrayList<>();
        for (AudiencePerson each : find(release)) {
            if (exclusionKey(each, contacts, waiting) == null) {
                UUID recipient = Ids.next();
                db.sql("INSERT INTO outreach.media_recipient (id, release, person) VALUES (?, ?, ?)")
                        .params(recipient, id.value(), each.person().value())
                        .update();
                letters.add(letter(release, recipient, each));
            }
        }
        if (letters.isEmpty()) {
            throw new Refused("media.refused.nobody");
        }
        mailings.post(letters);
        MediaReleaseService.setNow(db, clock, id, "sent_at");
        return letters.size();
    }

    /**
     * Takes back the letters that wait. A release of which none has left is as it was before it was sent.
     *
     * @return their number
     */
    @Requires(MediaPermissions.ISSUE)
    @Transactional(label = "media.take-back-letters")
    public int takeBackLetters(MediaReleaseId id) {
        MediaReleaseService.lock(db, id);
        int taken = statuses.takeBack(LETTER, findRecipients(id));
        db.sql("DELETE FROM outreach.media_recipient r WHERE r.release = :release AND EXISTS ("
                        + "SELECT FROM platform.mail_letter_status s"
                        + " WHERE s.matter = :matter AND s.record_id = r.id AND s.state = 'WITHHELD')")
                .param("release", id.value())
                .param("matter", LETTER)
                .update();
        if (findRecipients(id).isEmpty()) {
            db.sql("UPDATE outreach.media_release SET sent_at = NULL, version = version + 1 WHERE id = ?")
                    .param(id.value())
                    .update();
        }
        return taken;
    }

    private BulkLetter letter(MediaRelease release, UUID recipient, AudiencePerson to) {
        return new BulkLetter(
                        new MailingRecipient(to.person().value(), Objects.requireNonNull(to.address())),
                        Purpose.NEWS.word(),
                        write(release, words(release, to.language()), mark(words(release, to.language()))),
                        LETTER,
                        new Letter.Completion(LETTER, release.id().value()))
                .regarding(LETTER, recipient);
    }

    /** A letter may wait until its embargo is past: its first words are written when it leaves. */
    private static String mark(Words t) {
        return "[[terms_" + t.language().code() + "]]";
    }

    private static String terms(@Nullable Instant embargo, Instant now, Words t) {
        return embargo != null && embargo.isAfter(now)
                ? t.say("public.media.embargo", MediaRelease.format(embargo, t))
                : t.say("public.media.immediate");
    }

    private LetterText write(MediaRelease release, Words t, String terms) {
        ReleaseText text = release.text(t.language().code());
        List<LetterBlock> blocks = new ArrayList<>();
        blocks.add(new LetterBlock.LetterParagraph(terms));
        blocks.add(new LetterBlock.LetterSubheading(text.title()));
        blocks.addAll(LetterBlock.paragraphs(text.body()));
        if (release.spokesperson() != null) {
            blocks.add(new LetterBlock.QuietNote(t.say("public.media.spokesperson", release.spokesperson())));
        }
        return LetterText.of(t.say("public.media.letter.subject", text.title()), blocks, t);
    }

    /** Withholds letters of a release that was taken back, and says whether its embargo still holds. */
    @Bean
    static BodyCompleter mediaReleaseCompleter(JdbcClient db, ObjectProvider<PublicLanguages> languages, Clock clock) {
        return BodyCompleter.of(
                LETTER,
                letter -> db.sql("SELECT NOT EXISTS ("
                                + "SELECT FROM outreach.media_release WHERE id = ? AND taken_back_at IS NOT NULL)")
                        .param(letter.subject())
                        .query(Boolean.class)
                        .single(),
                "media.letter.withheld",
                id -> {
                    Instant embargo = db
                            .sql("SELECT embargo_until FROM outreach.media_release WHERE id = ?")
                            .param(id)
                            .query((row, n) -> row.getObject("embargo_until", OffsetDateTime.class))
                            .list()
                            .stream()
                            .filter(Objects::nonNull)
                            .map(OffsetDateTime::toInstant)
                            .findFirst()
                            .orElse(null);
                    return Stream.of("fr", "en", "es")
                            .map(languages.getObject()::wordsFor)
                            .collect(Collectors.toMap(
                                    t -> "terms_" + t.language().code(), t -> terms(embargo, clock.instant(), t)));
                });
    }

    /** The recipients of a release. */
    @Transactional(readOnly = true)
    @Requires(MediaPermissions.READ)
    public List<UUID> findRecipients(MediaReleaseId id) {
        return db.sql("SELECT id FROM outreach.media_recipient WHERE release = ?")
                .param(id.value())
                .query(UUID.class)
                .list();
    }
}
