package org.convergence.directory.people.domain.merging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** The data of a merged record: each field from one record, the other, or both. */
public final class RecordMerge {

    private static final int MOST = 20;
    private static final int LANGUAGES = 10;
    private static final int NOTE = 20_000;

    private final Map<String, MergeSource> takes;

    /** @param takes the source of each field, by its name on forms; other fields come from the kept record */
    public RecordMerge(Map<String, MergeSource> takes) {
        this.takes = Map.copyOf(takes);
    }

    /**
     * Merges two people.
     *
     * @throws Refused where a field would be too long
     */
    public PersonFacts merge(PersonFacts kept, PersonFacts other) {
        PersonFacts names =
                takes("givenName") == MergeSource.OTHER && takes("familyName") == MergeSource.OTHER ? other : kept;
        String given = one("givenName", kept.givenName(), other.givenName());
        String family = one("familyName", kept.familyName(), other.familyName());
        boolean nameless = given.isEmpty() && family.isEmpty();
        return new PersonFacts(
                nameless ? names.givenName() : given,
                nameless ? names.familyName() : family,
                maybe("displayForm", kept.displayForm(), other.displayForm()),
                maybe("pronoun", kept.pronoun(), other.pronoun()),
                several("languages", kept.languages(), other.languages())
                        .distinct()
                        .limit(LANGUAGES)
                        .toList(),
                points(kept.contactPoints(), other.contactPoints()),
                note(kept.note(), other.note()));
    }

    /**
     * Merges two organisations. The other name becomes one of the other names.
     *
     * @throws Refused where a field would be too long
     */
    public OrganisationFacts merge(OrganisationFacts kept, OrganisationFacts other) {
        String name = one("name", kept.name(), other.name());
        List<String> others =
                several("otherNames", kept.otherNames(), other.otherNames()).toList();
        Map<String, String> distinct = new LinkedHashMap<>();
        Stream.concat(others.stream(), Stream.of(kept.name(), other.name()))
                .filter(each -> !TextNormalizer.fold(each).equals(TextNormalizer.fold(name)))
                .forEach(each -> distinct.putIfAbsent(TextNormalizer.fold(each), each));
        return new OrganisationFacts(
                name,
                maybe("shortName", kept.shortName(), other.shortName()),
                few(List.copyOf(distinct.values())),
                Objects.requireNonNull(maybe("kind", kept.kind(), other.kind())),
                maybe("place", kept.place(), other.place()),
                maybe("website", kept.website(), other.website()),
                points(kept.contactPoints(), other.contactPoints()),
                note(kept.note(), other.note()));
    }

    private MergeSource takes(String field) {
        return takes.getOrDefault(field, MergeSource.KEPT);
    }

    private String one(String field, String kept, String other) {
        return takes(field) == MergeSource.OTHER ? other : kept;
    }

    private <T> @Nullable T maybe(String field, @Nullable T kept, @Nullable T other) {
        return takes(field) == MergeSource.OTHER ? other : kept;
    }

    private <T> Stream<T> several(String field, List<T> kept, List<T> other) {
        return switch (takes(field)) {
            case KEPT -> kept.stream();
            case OTHER -> other.stream();
            case BOTH -> Stream.concat(kept.stream(), other.stream());
        };
    }

    private List<ContactPoint> points(List<ContactPoint> kept, List<ContactPoint> other) {
        Map<String, ContactPoint> distinct = new LinkedHashMap<>();
        several("points", kept, other).forEach(point -> distinct.putIfAbsent(point.key(), point));
        return few(new ArrayList<>(distinct.values()));
    }

    private @Nullable String note(@Nullable String kept, @Nullable String other) {
        if (takes("note") != MergeSource.BOTH) {
            return maybe("note", kept, other);
        }
        if (kept == null || other == null || kept.equals(other)) {
            return kept == null ? other : kept;
        }
        String both = kept + "\n\n" + other;
        if (both.length() > NOTE) {
            throw new Refused("people.replace.note-too-long", NOTE);
        }
        return both;
    }

    private static <T> List<T> few(List<T> several) {
        if (several.size() > MOST) {
            throw new Refused("people.replace.too-many", MOST);
        }
        return several;
    }

    /** The source of a field in a merge. */
    public enum MergeSource {
        /** The kept record. */
        KEPT,
        /** The duplicate. */
        OTHER,
        /** Both, for fields with several values. */
        BOTH
    }
}
