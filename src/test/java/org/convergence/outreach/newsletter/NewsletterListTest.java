package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.StatementCounter;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The list of issues costs the same for a year and for fifty. */
@ModuleTest
class NewsletterListTest extends NewsletterScenario {

    private static final String LIST = "/outreach/newsletter";

    @Test
    void showsTheLatestFortyAndLeadsToOlderIssues() {
        issues(95);
        List<String> shown = new ArrayList<>();
        List<Integer> pagesOf = new ArrayList<>();
        String url = LIST;
        while (!url.isEmpty()) {
            Document page = pages.as(Role.STAFF).open(url);
            List<String> titles = page.select("main ul.rows a").eachText();
            shown.addAll(titles);
            pagesOf.add(titles.size());
            url = page.select("main a[rel=next]").attr("href");
        }
        assertThat(pagesOf).containsExactly(40, 40, 15);
        assertThat(shown)
                .containsExactlyElementsOf(IntStream.iterate(95, n -> n - 1)
                        .limit(95)
                        .mapToObj("Nouvelles %d"::formatted)
                        .toList());
    }

    @Test
    void readsOnlyTheIssuesThatItShows() {
        issues(5);
        int few = statements();
        issues(3_000);
        assertThat(statements()).isEqualTo(few);
        db.sql("ANALYZE outreach.newsletter").update();
        assertThat(String.join("\n", db.sql("""
                        EXPLAIN SELECT * FROM outreach.newsletter n ORDER BY n.created_at DESC, n.id DESC LIMIT 41
                        """).query(String.class).list()))
                .contains("newsletter_latest")
                .doesNotContain("Seq Scan");
    }

    private int statements() {
        Runnable open = () -> pages.as(Role.STAFF).open(LIST);
        return Math.min(StatementCounter.count(open), StatementCounter.count(open));
    }

    private void issues(int number) {
        db.sql("DELETE FROM outreach.newsletter").update();
        db.sql("""
                        WITH made AS (
                            INSERT INTO outreach.newsletter (id, languages, created_at)
                            SELECT gen_random_uuid(), '{fr}', timestamptz '2026-01-05' + n * interval '1 second'
                            FROM generate_series(1, ?) AS n RETURNING id, created_at),
                        block AS (
                            INSERT INTO outreach.newsletter_block (id, newsletter, position, kind)
                            SELECT gen_random_uuid(), id, 1, 'SUBJECT' FROM made RETURNING id, newsletter)
                        INSERT INTO outreach.newsletter_text (id, block, language, translates, title)
                        SELECT gen_random_uuid(), block.id, 'fr', 1,
                               'Nouvelles ' || CAST(extract(epoch FROM created_at - timestamptz '2026-01-05') AS integer)
                        FROM block JOIN made ON made.id = block.newsletter
                        """).param(number).update();
    }
}
