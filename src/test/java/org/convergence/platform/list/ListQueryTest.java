package org.convergence.platform.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.testing.ModuleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list on the real database: orders, pages, counts, files. */
@ModuleTest
class ListQueryTest {

    private record LoanId(UUID value) implements Identifier {}

    private record Loan(LoanId id, String title, LocalDate day) {}

    private record LoanFilter(
            @Nullable LocalDate from, @Nullable LoanId id) {}

    private static final LoanFilter ALL = new LoanFilter(null, null);

    @Autowired
    private JdbcClient db;

    private ListQuery<LoanFilter, Loan> loans(int rows) {
        String from = """
                (SELECT CAST('0190b4a2-0000-7000-8000-' || lpad(n::text, 12, '0') AS uuid) AS id, 'Prêt ' || n AS title,
                        DATE '2026-01-01' + n / 3 AS day FROM generate_series(1, %d) AS n) AS l""".formatted(rows);
        return new ListQuery<>(
                db,
                "l.id, l.title, l.day",
                from,
                filter -> new SqlConditions()
                        .and("l.day >= :from", "from", filter.from())
                        .andSelective("l.id = :id", "id", filter.id()),
                List.of(
                        ListOrder.<Loan>descending("latest")
                                .day("l.day", Loan::day)
                                .id("l.id", Loan::id),
                        ListOrder.<Loan>ascending("title")
                                .text("l.title", Loan::title)
                                .id("l.id", Loan::id)),
                RecordMapper.of(Loan.class));
    }

    @Test
    void pagesFollowOneAnotherInEachOrder() {
        ListQuery<LoanFilter, Loan> loans = loans(70);
        for (String sort : List.of("latest", "-latest", "title", "-title", "unknown")) {
            List<Loan> seen = new ArrayList<>();
            String after = null;
            do {
                ListPage<Loan> page = loans.findPage(new ListRequest<>(ALL, sort, after, 16));
                seen.addAll(page.rows());
                after = page.next();
            } while (after != null);
            assertThat(seen).as(sort).hasSize(70).doesNotHaveDuplicates();
            List<Loan> whole = new ArrayList<>();
            loans.iterateAll(ALL, sort).forEachRemaining(whole::add);
            assertThat(whole).as(sort).isEqualTo(seen);
        }
    }

    @Test
    void positionOfOtherOrderStartsOver() {
        ListQuery<LoanFilter, Loan> loans = loans(30);
        String other = loans.findPage(new ListRequest<>(ALL, "title", null, 5)).next();
        assertThat(loans.findPage(new ListRequest<>(ALL, "latest", other, 5)).rows())
                .isEqualTo(loans.findPage(ListRequest.first(ALL, 5)).rows());
    }

    @Test
    void countsExactlyUpToTenThousand() {
        assertThat(loans(10_000).count(ALL)).isEqualTo(new ListCount(10_000, false));
        assertThat(loans(10_001).count(ALL)).isEqualTo(new ListCount(10_000, true));
    }

    @Test
    void selectiveConditionFindsTheSameRows() {
        LoanId wanted = new LoanId(UUID.fromString("0190b4a2-0000-7000-8000-000000000042"));
        assertThat(loans(50)
                        .findPage(ListRequest.first(new LoanFilter(null, wanted), 5))
                        .rows())
                .extracting(Loan::title)
                .containsExactly("Prêt 42");
        assertThat(loans(50).findByIds(ALL, List.of(wanted, new LoanId(Ids.next()))))
                .hasSize(1);
    }

    @Test
    void writesOutWhetherAConditionHolds() {
        String condition = "l.day < :day OR l.title IS NULL";
        assertThat(new SqlConditions().andWhether(condition, true).sql()).isEqualTo(" WHERE (" + condition + ")");
        assertThat(new SqlConditions().andWhether(condition, false).sql()).isEqualTo(" WHERE NOT (" + condition + ")");
        assertThat(new SqlConditions().andWhether(condition, null).sql()).isEmpty();
    }
}
