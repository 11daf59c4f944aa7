package org.convergence.plan.time.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convergence.plan.time.domain.HoursCell;
import org.convergence.plan.time.domain.TimePost;
import org.convergence.plan.time.domain.Week;
import org.convergence.plan.time.domain.WeekSheet;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The form of a week: its lines by their keys, in order, and a field for each day of each. */
final class WeekForm {

    private static final int DAY = 24;
    private static final int MOST_LINES = 80;

    private WeekForm() {}

    static Form of(WeekSheet sheet, Words t) {
        Form form = Form.blank().atVersion(sheet.version());
        List<String> posts = new ArrayList<>();
        for (WeekSheet.WeekSheetLine line : sheet.lines()) {
            int row = posts.size();
            posts.add(line.post().key());
            List<LocalDate> days = sheet.week().days();
            for (int day = 0; day < days.size(); day++) {
                BigDecimal hours = line.hours().get(days.get(day));
                form.with(WeekPage.field(row, day), hours == null ? null : t.decimal(hours));
            }
        }
        return form.with("post", posts);
    }

    /** The typed hours; empty and zero fields are left out. */
    static List<HoursCell> read(Form form, FormValues answers, Week week) {
        List<HoursCell> cells = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> posts = form.values("post");
        for (int row = 0; row < posts.size(); row++) {
            if (row >= MOST_LINES || !seen.add(posts.get(row)) || post(posts.get(row)) == null) {
                form.refuse("time.refused.unknown");
                break;
            }
            for (int day = 0; day < 7; day++) {
                BigDecimal hours = answers.optionalHours(WeekPage.field(row, day), DAY);
                if (hours != null && hours.setScale(2, RoundingMode.HALF_UP).signum() > 0) {
                    cells.add(new HoursCell(
                            TimePost.parse(posts.get(row)), week.days().get(day), hours));
                }
            }
        }
        return cells;
    }

    static @Nullable TimePost post(String key) {
        try {
            return TimePost.parse(key);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
