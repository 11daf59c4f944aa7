package org.convergence.platform.search.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchPermissions;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks every source that the actor may ask, in one reading of the database. */
@Service
public class SearchEverywhere {

    /** Shorter words find too much to be of use. */
    static final int SHORTEST = 2;

    private static final int LONGEST = 200;

    private final List<SearchSource> sources;

    SearchEverywhere(List<SearchSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
    }

    /**
     * What one source found.
     *
     * @param more whether it has more than was asked for
     * @param list address of the whole list, {@code null} where there is none
     */
    public record Found(
            String key,
            List<SearchHit> hits,
            boolean more,
            @Nullable String list) {}

    /** Finds at most so many in each source; sources that find nothing are left out. */
    @Requires(SearchPermissions.USE)
    @Transactional(readOnly = true)
    public List<Found> find(String query, int limit, Words t) {
        String wanted = query.strip();
        if (wanted.length() < SHORTEST) {
            return List.of();
        }
        String cut = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
        Actor actor = CurrentActor.get();
        List<Found> found = new ArrayList<>();
        for (SearchSource source : sources) {
            if (actor.may(source.permission())) {
                List<SearchHit> hits = source.find(cut, limit + 1, t);
                if (!hits.isEmpty()) {
                    boolean more = hits.size() > limit;
                    found.add(new Found(source.key(), more ? hits.subList(0, limit) : hits, more, source.listOf(cut)));
                }
            }
        }
        return found;
    }
}
