package org.convergence.plan.time.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.time.domain.Capacity;
import org.convergence.plan.time.domain.WorkingHours;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.chart.LoadChart;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;

/** Formats capacity as sentences, as figures, and as a chart. */
record CapacityFormatter(Capacity capacity, Words t) {

    /** « Dans 3 des 12 mois à venir, les heures promises dépassent les heures disponibles. » */
    String sentence() {
        int over = capacity.overloadedMonths().size();
        return t.say("time.capacity.sentence", over, capacity.months().size());
    }

    /** « En tout, elles libèrent 6 h, pour un dépassement de 67 h. » */
    String waits() {
        return t.say("time.capacity.waits.sum", hours(capacity.freedHours()), hours(capacity.missingHours()));
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (capacity.unsized() > 0) {
            notes.add(t.say("time.capacity.unsized", capacity.unsized()));
        }
        if (capacity.worked() > 0) {
            notes.add(t.say("time.capacity.worked", capacity.worked()));
        }
        notes.add(t.say("time.capacity.method"));
        return notes;
    }

    /** Firm promises, and other commitments with any hours. */
    private List<Commitment> shown() {
        return Capacity.ORDER.stream()
                .filter(each -> each == Commitment.FIRM
                        || capacity.months().stream()
                                .anyMatch(month ->
                                        Objects.requireNonNull(month.promised().get(each))
                                                        .signum()
                                                > 0))
                .toList();
    }

    List<String> commitments() {
        return shown().stream().map(this::commitment).toList();
    }

    String commitment(Commitment commitment) {
        return t.say("time.commitment", commitment.name());
    }

    CapacityPage.CapacityMonthRow month(Capacity.CapacityMonth month) {
        WorkingHours made = month.made();
        return new CapacityPage.CapacityMonthRow(
                t.capital(t.month(month.month())).replace(' ', '\u00a0'),
                hours(month.available()),
                t.say(
                        "time.capacity.made",
                        hours(made.contract()),
                        hours(made.closed().add(made.leave())),
                        hours(made.office())),
                shown().stream()
                        .map(each ->
                                promised(Objects.requireNonNull(month.promised().get(each))))
                        .toList(),
                promised(month.promisedTotal()),
                t.difference(month.remainingHours().longValueExact()),
                tone(month),
                t.say("time.capacity.state", tone(month).name()));
    }

    private static Tone tone(Capacity.CapacityMonth month) {
        return month.isOverByFirm() ? Tone.BAD : month.isOver() ? Tone.WARN : Tone.OK;
    }

    /** « janvier 2027 : 12 h, février 2027 : 8 h ». */
    String freed(Capacity.PostponableAction wait) {
        return t.list(wait.freed().entrySet().stream()
                .map(each -> t.say("time.capacity.freed", t.month(each.getKey()), hours(each.getValue())))
                .toList());
    }

    String hours(BigDecimal hours) {
        return t.hours(hours.setScale(0, RoundingMode.HALF_UP));
    }

    /** Zero is left blank. */
    private String promised(BigDecimal hours) {
        return hours.signum() == 0 ? "–" : hours(hours);
    }

    Drawing drawing() {
        List<LoadChart.LoadMonth> months = capacity.months().stream()
                .map(month -> new LoadChart.LoadMonth(
                        shown().stream()
                                .map(each -> Objects.requireNonNull(
                                                month.promised().get(each))
                                        .longValueExact())
                                .toList(),
                        month.available().longValueExact()))
                .toList();
        List<LoadChart.LoadPart> parts = shown().stream()
                .map(each -> new LoadChart.LoadPart(commitment(each), tone(each)))
                .toList();
        return new LoadChart(
                        t.say("time.capacity.chart"),
                        parts,
                        t.say("time.capacity.available"),
                        capacity.months().get(0).month(),
                        months)
                .draw(t);
    }

    private static org.convergence.platform.chart.ChartTone tone(Commitment commitment) {
        return switch (commitment) {
            case FIRM -> org.convergence.platform.chart.ChartTone.GREEN;
            case ON_REQUEST -> org.convergence.platform.chart.ChartTone.BLUE;
            case IF_SITUATION_CALLS -> org.convergence.platform.chart.ChartTone.MUTED;
            case IF_FUNDED -> org.convergence.platform.chart.ChartTone.AMBER;
            case IF_CAPACITY_ALLOWS -> org.convergence.platform.chart.ChartTone.PALE;
        };
    }
}
