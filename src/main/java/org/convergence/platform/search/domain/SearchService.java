package org.convergence.platform.search.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchPermissions;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Searches every source that the actor may use, in one read-only transaction. */
@Service
public class SearchService {

    /** Shorter queries find too much to be of use. */
    static final int SHORTEST = 2;

    private static final int LONGEST = 200;

    private final JdbcClient db;
    private final List<SearchSource> sources;

    SearchService(JdbcClient db, List<SearchSource> sources) {
        this.db = db;
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
    }

    /**
     * The results of one source.
     *
     * @param more whether it has further results
     * @param list address of the full list, {@code null} if there is none
     */
    public record SearchGroup(
            String key,
            List<SearchHit> hits,
            boolean more,
            @Nullable String list) {}

    /** Finds at most {@code limit} results in each source; sources without results are left out. */
    @Requires(SearchPermissions.USE)
    @Transactional(readOnly = true)
    public List<SearchGroup> find(String query, int limit, Words t) {
        String wanted = query.strip();
        if (wanted.length() < SHORTEST) {
            return List.of();
        }
        String cut = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
        Actor actor = CurrentActor.get();
        List<SearchGroup> found = new ArrayList<>();
        for (SearchSource source : withRows(
                sources.stream().filter(each -> actor.may(each.permission())).toList())) {
            List<SearchHit> hits = source.finder().find(cut, limit + 1, t);
            if (!hits.isEmpty()) {
                boolean more = hits.size() > limit;
                found.add(
                        new SearchGroup(source.key(), more ? hits.subList(0, limit) : hits, more, source.listOf(cut)));
            }
        }
        return found;
    }

    /** The sources whose tables have rows: few organisations use every line of a plan, and each source costs a query. */
    private List<SearchSource> withRows(List<SearchSource> permitted) {
        if (permitted.isEmpty()) {
            return permitted;
        }
        String each = permitted.stream()
                .map(source -> "EXISTS (SELECT FROM " + source.table() + ")")
                .collect(Collectors.joining(", "));
        return db.sql("SELECT " + each)
                .query((row, number) -> {
                    List<SearchSource> withRows = new ArrayList<>();
                    for (int i = 0; i < permitted.size(); i++) {
                        if (row.getBoolean(i + 1)) {
                            withRows.add(permitted.get(i));
                        }
                    }
                    return withRows;
                })
                .single();
    }
}
