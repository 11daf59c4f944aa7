package org.convergence.outreach.anniversary.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.convergence.outreach.anniversary.domain.AnniversaryQueries.AnniversaryRow;
import org.convergence.outreach.anniversary.domain.AnniversaryQueries.PartRow;
import org.convergence.outreach.anniversary.domain.AnniversaryService.AnniversaryId;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page of the committee: money, days, who does what, and what is at risk if nobody is hired.
 *
 * @param line the line of the plan, in words; {@code null} for none
 * @param days what comes, by day
 * @param atRisk what depends on a person who is not found
 * @param seesSums whether the reader sees what the parts bring in and cost
 * @param form adds a part; {@code null} without the permission
 * @param options the records that can be parts
 */
public record AnniversaryPage(
        AnniversaryRow it,
        @Nullable String line,
        List<PartRow> parts,
        List<ProgrammeDay> days,
        List<String> atRisk,
        ChecklistPart tasks,
        boolean seesSums,
        @Nullable Form form,
        List<Option> options) {

    static final String LIST = "/outreach/anniversary";

    static String url(AnniversaryId id) {
        return LIST + "/" + id.value();
    }

    /** Its address. */
    public String url() {
        return url(it.id());
    }

    /**
     * Something that comes.
     *
     * @param url {@code null} for none
     */
    public record ProgrammeDay(
            LocalDate day, String what, @Nullable String url) {}

    /** The parts that have sums. */
    public List<PartRow> money() {
        return parts.stream()
                .filter(each -> each.income() != null || each.costs() != null)
                .toList();
    }

    /** The target of the anniversary itself, with what its parts aim at together; {@code null} without one. */
    public @Nullable String targets(Words t) {
        BigDecimal target = it.target();
        if (target == null) {
            return null;
        }
        BigDecimal gap = target.subtract(target());
        return t.say(
                "anniversary.money.targets",
                t.money(target, "CAD"),
                t.money(target(), "CAD"),
                gap.signum(),
                t.money(gap.abs(), "CAD"));
    }

    /** The sum of the targets of all parts, cancelled ones excluded. */
    public BigDecimal target() {
        return sum(each -> each.isOff() ? null : each.target());
    }

    /** What all parts brought in. */
    public BigDecimal income() {
        return sum(PartRow::income);
    }

    /** What all parts cost. */
    public BigDecimal costs() {
        return sum(PartRow::costs);
    }

    /** What is left. */
    public BigDecimal net() {
        return income().subtract(costs());
    }

    private BigDecimal sum(Function<PartRow, @Nullable BigDecimal> amount) {
        return parts.stream().map(amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is left of a part. */
    public static BigDecimal net(PartRow part) {
        return Objects.requireNonNullElse(part.income(), BigDecimal.ZERO)
                .subtract(Objects.requireNonNullElse(part.costs(), BigDecimal.ZERO));
    }

    /** The anniversaries. */
    public record AnniversaryListPage(List<AnniversaryRow> rows, boolean mayEdit) {}

    /**
     * The form of an anniversary.
     *
     * @param name {@code null} for a new one
     */
    public record AnniversaryFormPage(
            @Nullable String name, String action, String cancel, Form form, List<Option> bodies, List<Option> lines) {}
}
