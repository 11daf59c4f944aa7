package org.convergence.outreach.media.domain;

import com.ibm.icu.text.TimeZoneNames;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.segment.SegmentId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A press release.
 *
 * @param language in which it is written first
 * @param spokesperson who answers the press, as the release says it
 * @param segment its audience; {@code null} until it is chosen
 * @param embargoUntil nothing of it is public before, once issued; {@code null} for at once
 * @param sentAt when it was last sent to the press
 * @param issuedAt when a person decided that it is public from its embargo on
 * @param takenBackAt when it was taken back; {@code null} if it was not, or was issued again
 */
public record MediaRelease(
        MediaReleaseId id,
        int version,
        String language,
        @Nullable String titleFr,
        @Nullable String bodyFr,
        @Nullable String titleEn,
        @Nullable String bodyEn,
        @Nullable String titleEs,
        @Nullable String bodyEs,
        @Nullable String spokesperson,
        @Nullable SegmentId segment,
        @Nullable ActionId action,
        @Nullable Instant embargoUntil,
        @Nullable Instant sentAt,
        @Nullable Instant issuedAt,
        @Nullable Instant takenBackAt) {

    /** The longest text, in characters. */
    public static final int LONGEST_BODY = 10_000;

    /** Where a release stands. */
    public enum MediaReleaseState {
        DRAFT(Tone.AHEAD),
        /** Decided; public once its embargo ends. */
        EMBARGO(Tone.WARN),
        PUBLIC(Tone.OK);

        private final Tone tone;

        MediaReleaseState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "media.release.state." + name();
        }
    }

    /** A text in a language. */
    public record ReleaseText(String language, String title, String body) {}

    /**
     * What is written of a release.
     *
     * @param texts at least one, the one that is written first in front
     */
    public record MediaReleaseFacts(
            List<ReleaseText> texts,
            @Nullable String spokesperson,
            @Nullable SegmentId segment,
            @Nullable ActionId action,
            @Nullable Instant embargoUntil) {}

    /** Its state at a moment. */
    public MediaReleaseState state(Instant now) {
        return issuedAt == null
                ? MediaReleaseState.DRAFT
                : isUnderEmbargo(now) ? MediaReleaseState.EMBARGO : MediaReleaseState.PUBLIC;
    }

    /** Whether its embargo is still to end. */
    public boolean isUnderEmbargo(Instant now) {
        return embargoUntil != null && embargoUntil.isAfter(now);
    }

    /** Whether its embargo ended before anything was done with it: the hour was mistyped, or nobody came back to it. */
    public boolean isEmbargoMissed(Instant now) {
        return embargoUntil != null && !embargoUntil.isAfter(now) && sentAt == null && issuedAt == null;
    }

    /** Its title in the language in which it is written first. */
    public String title() {
        return texts().get(0).title();
    }

    /** Its texts, the one that was written first in front. */
    public List<ReleaseText> texts() {
        return Stream.of(
                        titleFr == null || bodyFr == null ? null : new ReleaseText("fr", titleFr, bodyFr),
                        titleEn == null || bodyEn == null ? null : new ReleaseText("en", titleEn, bodyEn),
                        titleEs == null || bodyEs == null ? null : new ReleaseText("es", titleEs, bodyEs))
                .filter(each -> each != null)
                .sorted(Comparator.comparing(
                        (ReleaseText each) -> !each.language().equals(language)))
                .toList();
    }

    /** The text in a language, else in the one that was written first. */
    public ReleaseText text(@Nullable String wanted) {
        return texts().stream()
                .filter(each -> each.language().equals(wanted))
                .findFirst()
                .orElseGet(() -> texts().get(0));
    }

    /** A press release. */
    public record MediaReleaseId(UUID value) implements Identifier {}

    /** The day and hour, the city of the organisation's zone, and the difference to UTC. */
    public static String format(Instant embargo, Words t) {
        ZoneId zone = t.zone();
        ZoneOffset offset = zone.getRules().getOffset(embargo);
        String difference =
                offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId().replace('-', '\u2212');
        String city = TimeZoneNames.getInstance(t.language().locale()).getExemplarLocationName(zone.getId());
        return city == null
                ? t.say("public.media.zone", t.dateTime(embargo), zone.getId(), difference)
                : t.say("public.media.zone", t.dateTime(embargo), city, difference);
    }
}
