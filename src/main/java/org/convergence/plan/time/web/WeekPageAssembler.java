package org.convergence.plan.time.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.ContractQueries;
import org.convergence.plan.time.domain.ContractTerms;
import org.convergence.plan.time.domain.LeaveService;
import org.convergence.plan.time.domain.SheetState;
import org.convergence.plan.time.domain.TimePost;
import org.convergence.plan.time.domain.WeekSheet;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a week. */
@Component
record WeekPageAssembler(ActionPlans plans, ContractQueries contracts, LeaveService leaves) {

    static String url(String week) {
        return TimeMenu.ROOM + "/week/" + week;
    }

    /** One's own week, editable while it is open. */
    WeekPage assembleOwn(WeekSheet sheet, Form form, Words t) {
        boolean writes = sheet.state().isOpen();
        return page(sheet, form, t, null, writes, new WeekPage.AllowedDecisions(false, false), mine(sheet, t));
    }

    /** Another person's, for a decision. */
    WeekPage assembleOther(WeekSheet sheet, Form form, Words t) {
        var gestures = new WeekPage.AllowedDecisions(
                sheet.decides() && sheet.state() == SheetState.SUBMITTED,
                sheet.decides() && sheet.state() == SheetState.APPROVED);
        return page(sheet, form, t, sheet.person().name(), false, gestures, List.of());
    }

    private List<String> mine(WeekSheet sheet, Words t) {
        List<String> mine = new ArrayList<>();
        for (ContractTerms each : contracts.findOwn()) {
            if (each.to() == null || !each.to().isBefore(sheet.week().monday())) {
                mine.add(t.say(
                        "time.week.my-contract",
                        t.say("time.source", each.source().name()),
                        t.say("time.per-week", t.hours(each.week().total())),
                        t.period(each.from(), each.to()),
                        t.say("time.office-share", each.officeShare())));
            }
        }
        leaves.findOwnEndingFrom(sheet.week().monday())
                .forEach(each -> mine.add(t.say("time.week.my-leave", LeaveController.formatDays(each, t))));
        return mine;
    }

    private WeekPage page(
            WeekSheet sheet,
            Form form,
            Words t,
            @Nullable String whose,
            boolean writes,
            WeekPage.AllowedDecisions decides,
            List<String> mine) {
        String week = sheet.week().toString();
        String url = whose == null
                ? url(week)
                : TimeMenu.ROOM + "/sheets/" + week + "/" + sheet.person().id().value();
        String below = whose == null ? "" : "/" + sheet.person().id().value();
        String base = whose == null ? TimeMenu.ROOM + "/week/" : TimeMenu.ROOM + "/sheets/";
        return new WeekPage(
                TimeMenu.tabs(whose == null ? "week" : "sheets", t),
                t.say(
                        "time.week.of",
                        t.period(sheet.week().monday(), sheet.week().sunday())),
                whose,
                sheet.person().name(),
                url,
                new WeekPage.WeekLinks(
                        base + sheet.week().plus(-1) + below,
                        base + sheet.week().plus(1) + below),
                new WeekPage.StateLabel(
                        tone(sheet.state()), t.say("time.state", sheet.state().name())),
                formatDecisions(sheet, t),
                warnings(sheet, t),
                isWithoutContract(sheet) && CurrentActor.get().may(TimePermissions.KEEP)
                        ? TimeMenu.ROOM + "/contracts/new?person="
                                + sheet.person().id().value()
                        : null,
                sheet.days().stream().map(day -> day(day, sheet, t)).toList(),
                writes ? typed(sheet, form, t) : saved(sheet, t),
                new WeekPage.WeekTotals(t.hours(sheet.total()), t.hours(sheet.contract())),
                writes,
                decides,
                writes ? lines() : List.of(),
                writes ? shared(sheet) : List.of(),
                mine,
                form);
    }

    static Tone tone(SheetState state) {
        return switch (state) {
            case DRAFT -> Tone.AHEAD;
            case SUBMITTED -> Tone.ACTIVE;
            case RETURNED -> Tone.WARN;
            case APPROVED -> Tone.OK;
        };
    }

    private static List<String> formatDecisions(WeekSheet sheet, Words t) {
        List<String> told = new ArrayList<>();
        if (sheet.submittedAt() != null) {
            told.add(t.say("time.week.submitted-at", sheet.submittedAt()));
        }
        if (sheet.decidedAt() != null && sheet.state() == SheetState.APPROVED) {
            told.add(t.say("time.week.approved-by", sheet.decidedName(), sheet.decidedAt()));
        }
        if (sheet.comment() != null) {
            told.add(t.say("time.week.returned-by", sheet.decidedName(), sheet.comment()));
        }
        return told;
    }

    private static List<String> warnings(WeekSheet sheet, Words t) {
        List<String> warnings = new ArrayList<>();
        if (sheet.total().compareTo(sheet.contract()) > 0 && sheet.contract().signum() > 0) {
            warnings.add(t.say("time.week.over", t.hours(sheet.total()), t.hours(sheet.contract())));
        }
        if (isWithoutContract(sheet)) {
            warnings.add(t.say("time.week.no-contract"));
        }
        return warnings;
    }

    /** Whether nothing says that the hours are paid, or are not. */
    private static boolean isWithoutContract(WeekSheet sheet) {
        return sheet.contract().signum() == 0
                && sheet.days().stream().allMatch(day -> day.leave().signum() == 0);
    }

    private static WeekPage.WeekPageDay day(WeekSheet.WeekSheetDay day, WeekSheet sheet, Words t) {
        String off = day.closed() != null
                ? day.closed()
                : day.leave().signum() > 0 ? t.say("time.week.leave", t.hours(day.leave())) : null;
        return new WeekPage.WeekPageDay(
                t.say("time.day.short", day.day().getDayOfWeek().name()) + " "
                        + day.day().getDayOfMonth(),
                t.day(day.day()),
                off,
                day.contract().signum() > 0,
                hours(day.contract(), t),
                hours(sheet.totalOn(day.day()), t));
    }

    private static String hours(@Nullable BigDecimal hours, Words t) {
        return hours == null || hours.signum() == 0 ? "" : t.hours(hours);
    }

    private static List<WeekPage.WeekPageRow> saved(WeekSheet sheet, Words t) {
        return sheet.lines().stream()
                .filter(line -> line.total().signum() > 0)
                .map(line -> row(sheet, line, t))
                .toList();
    }

    private static WeekPage.WeekPageRow row(WeekSheet sheet, WeekSheet.WeekSheetLine line, Words t) {
        List<String> hours = sheet.week().days().stream()
                .map(day -> hours(line.hours().get(day), t))
                .toList();
        return new WeekPage.WeekPageRow(
                line.post().key(), label(line, t), line.detail(), line.proposed(), hours, hours(line.total(), t));
    }

    private static String label(WeekSheet.WeekSheetLine line, Words t) {
        return line.label() == null ? t.say("time.office") : line.label();
    }

    /** The lines of the form: those of the sheet, and those added to it. */
    private List<WeekPage.WeekPageRow> typed(WeekSheet sheet, Form form, Words t) {
        Map<String, WeekSheet.WeekSheetLine> known = new LinkedHashMap<>();
        sheet.lines().forEach(line -> known.put(line.post().key(), line));
        List<ActionId> added = form.values("post").stream()
                .filter(key -> !known.containsKey(key))
                .flatMap(key -> Optional.ofNullable(WeekForm.post(key)).stream())
                .flatMap(post -> Optional.ofNullable(post.action()).stream())
                .toList();
        Map<ActionId, PlanLine> lines = added.isEmpty() ? Map.of() : plans.findLinesById(added);
        List<WeekPage.WeekPageRow> rows = new ArrayList<>();
        for (String key : form.values("post")) {
            WeekSheet.WeekSheetLine line = known.get(key);
            rows.add(line == null ? added(key, lines, sheet) : row(sheet, line, t));
        }
        return rows;
    }

    private static WeekPage.WeekPageRow added(String key, Map<ActionId, PlanLine> lines, WeekSheet sheet) {
        TimePost post = WeekForm.post(key);
        PlanLine line = post == null || post.action() == null ? null : lines.get(post.action());
        String detail = post == null || post.realisation() == null
                ? null
                : shared(sheet).stream()
                        .filter(each -> each.value().equals(new TimePost(null, post.realisation()).key()))
                        .map(Option::label)
                        .findFirst()
                        .orElse(null);
        return new WeekPage.WeekPageRow(key, line == null ? "–" : line.label(), detail, false, List.of(), "");
    }

    /** The realisations, by title, each once. */
    private static List<Option> shared(WeekSheet sheet) {
        Map<String, Option> happened = new LinkedHashMap<>();
        sheet.lines().stream()
                .filter(line -> line.post().realisation() != null)
                .map(WeekPageAssembler::option)
                .forEach(option -> happened.putIfAbsent(option.value(), option));
        return List.copyOf(happened.values());
    }

    private static Option option(WeekSheet.WeekSheetLine line) {
        String title = line.detail() == null ? line.label() : line.detail();
        return new Option(new TimePost(null, line.post().realisation()).key(), title == null ? "–" : title);
    }

    /** The lines of the plans in force or ended lately, under their means. */
    private List<OptionGroup> lines() {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        plans.findLines(plans.findRecordable().stream().map(PlanSummary::id).toList()).stream()
                .filter(line -> !line.dropped())
                .forEach(line -> groups.computeIfAbsent(line.meansTitle(), means -> new ArrayList<>())
                        .add(new Option(TimePost.of(line.id()).key(), line.label())));
        return groups.entrySet().stream()
                .map(each -> new OptionGroup(each.getKey(), each.getValue()))
                .toList();
    }
}
