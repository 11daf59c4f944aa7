package org.convergence.plan.time.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.CapacityReading;
import org.convergence.plan.time.domain.SheetApproval;
import org.convergence.plan.time.domain.SheetReading;
import org.convergence.plan.time.domain.SheetState;
import org.convergence.plan.time.domain.Week;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * On the first page: what is left of one's week and what is promised in it; from Friday to Tuesday, the week that is still
 * to be handed in; and the weeks of others that wait.
 */
@Component
class TimeCards implements HomeCard {

    private final CapacityReading capacity;
    private final SheetReading sheets;
    private final SheetApproval approval;
    private final OrganisationSettings settings;

    TimeCards(CapacityReading capacity, SheetReading sheets, SheetApproval approval, OrganisationSettings settings) {
        this.capacity = capacity;
        this.sheets = sheets;
        this.approval = approval;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String permission() {
        return TimePermissions.OWN;
    }

    @Override
    public Optional<Card> show(Words t) {
        if (CurrentActor.get().personId() == null) {
            return Optional.empty();
        }
        CapacityReading.Rest rest = capacity.ownWeek();
        List<Row> rows = new ArrayList<>();
        toHandIn(rows, t);
        waiting(rows, t);
        boolean something = rest.left().signum() > 0 || rest.promised().signum() > 0;
        String sentence = something ? t.say("time.today.rest", hours(rest.left(), t), hours(rest.promised(), t)) : null;
        if (sentence != null && rest.promised().compareTo(rest.left()) > 0) {
            String url = TimeMenu.ROOM + "/capacity#waits";
            List<Act> acts = List.of(new Act(t.say("time.today.postpone"), url, false));
            rows.add(0, new Row(t.say("time.today.week"), false, sentence, url, null, acts));
            sentence = null;
        }
        String more = sentence == null ? null : TimeMenu.ROOM + "/week";
        return rows.isEmpty() && sentence == null
                ? Optional.empty()
                : Optional.of(new Card(t.say("time.today"), rows, List.of(), sentence, more));
    }

    /** To the hour: what is promised is an estimate. */
    private static String hours(BigDecimal hours, Words t) {
        return t.hours(hours.setScale(0, RoundingMode.HALF_UP));
    }

    /** On Friday and later the week that runs, on Monday and Tuesday the one before. */
    private void toHandIn(List<Row> rows, Words t) {
        LocalDate today = settings.today();
        int day = today.getDayOfWeek().getValue();
        if (day == 3 || day == 4) {
            return;
        }
        Week week = Week.of(today).plus(day <= 2 ? -1 : 0);
        SheetState state = sheets.state(week);
        if (state.isOpen()) {
            String url = WeekPages.url(week.toString());
            rows.add(new Row(
                    t.say(day <= 2 ? "time.today.last-week" : "time.today.this-week"),
                    day <= 2,
                    t.say("time.week.of", t.period(week.monday(), week.sunday())),
                    url,
                    state == SheetState.RETURNED ? t.say("time.state", state.name()) : null,
                    List.of(new Act(t.say("time.today.fill"), url, false))));
        }
    }

    private void waiting(List<Row> rows, Words t) {
        if (CurrentActor.get().may(TimePermissions.APPROVE)) {
            int many = approval.waiting();
            if (many > 0) {
                String url = TimeMenu.ROOM + "/sheets";
                rows.add(new Row(
                        t.say("time.today.waiting"), false, t.say("time.today.sheets", many), url, null, List.of()));
            }
        }
    }
}
