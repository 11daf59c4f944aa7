package org.convergence.plan.realisation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.portrait.PortraitSource;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Realisations in the portrait: by kind and area of the plan, with participations, hours and countries. Where missions
 * are too few to be published, they are in no figure at all, so that no difference tells them (R-PORTRAIT-2).
 */
@Component
record RealisationPortraitSource(JdbcClient db, ActionPlans plans) implements PortraitSource {

    private record CountedRealisation(
            UUID id,
            String title,
            RealisationKind kind,
            LocalDate startsOn,
            @Nullable String place,
            @Nullable Integer participations,
            BigDecimal staffHours,
            BigDecimal volunteerHours,
            List<String> links,
            List<UUID> actions) {

        boolean isAbroadOrHere() {
            return place != null && place.matches("[A-Z]{2}|QC-.*");
        }

        String country() {
            return place == null || place.startsWith("QC-") ? "CA" : place;
        }
    }

    /**
     * The realisations of a period.
     *
     * @param areas by realisation
     * @param missions how many missions were done, with those left out
     */
    private record CountedPeriod(List<CountedRealisation> all, Map<UUID, Set<Area>> areas, long missions) {

        boolean hidesMissions() {
            return missions > 0 && missions < LEAST;
        }
    }

    private CountedPeriod count(LocalDate from, LocalDate until) {
        List<CountedRealisation> done = db.sql("""
                        SELECT r.id, r.title, r.kind, r.starts_on, r.place, r.participations, r.links,
                               coalesce(r.counted_staff_hours, 0) AS staff_hours,
                               coalesce(r.counted_volunteer_hours, 0) AS volunteer_hours,
                               ARRAY(SELECT s.action FROM plan.realisation_served s WHERE s.realisation = r.id) AS actions
                          FROM plan.realisation r
                         WHERE r.state = 'DONE' AND r.ends_on BETWEEN :from AND :until ORDER BY r.ends_on, r.id""")
                .param("from", from)
                .param("until", until)
                .query(RecordMapper.of(CountedRealisation.class))
                .list();
        long missions = done.stream()
                .filter(each -> each.kind() == RealisationKind.MISSION)
                .count();
        List<CountedRealisation> told = missions >= LEAST
                ? done
                : done.stream()
                        .filter(each -> each.kind() != RealisationKind.MISSION)
                        .toList();
        Map<ActionId, PlanLine> lines = plans.findLinesById(told.stream()
                .flatMap(each -> each.actions().stream())
                .map(ActionId::new)
                .collect(Collectors.toSet()));
        Map<UUID, Set<Area>> areas = new HashMap<>();
        for (CountedRealisation each : told) {
            for (UUID action : each.actions()) {
                PlanLine line = lines.get(new ActionId(action));
                if (line != null && line.area() != null) {
                    areas.computeIfAbsent(each.id(), any -> new HashSet<>()).add(line.area());
                }
            }
        }
        return new CountedPeriod(told, areas, missions);
    }

    @Override
    public List<PortraitFigure> findFigures(LocalDate from, LocalDate until) {
        CountedPeriod period = count(from, until);
        Map<RealisationKind, Long> kinds = new EnumMap<>(RealisationKind.class);
        period.all().forEach(each -> kinds.merge(each.kind(), 1L, Long::sum));
        List<PortraitFigure> figures = new ArrayList<>();
        for (RealisationKind kind : RealisationKind.values()) {
            figures.add(
                    kind == RealisationKind.MISSION && period.hidesMissions()
                            ? new PortraitFigure("realisations." + kind, null, List.of(), AdditionRule.SUM)
                            : PortraitFigure.count("realisations." + kind, kinds.getOrDefault(kind, 0L)));
        }
        for (Area area : Area.values()) {
            figures.add(PortraitFigure.count(
                    "lines." + area,
                    period.areas().values().stream()
                            .filter(each -> each.contains(area))
                            .count()));
        }
        figures.add(PortraitFigure.count(
                "participations",
                period.all().stream()
                        .map(CountedRealisation::participations)
                        .mapToLong(each -> each == null ? 0 : each)
                        .sum()));
        figures.add(hours(
                "hours.staff",
                period.all().stream().map(CountedRealisation::staffHours).toList()));
        figures.add(hours(
                "hours.volunteer",
                period.all().stream().map(CountedRealisation::volunteerHours).toList()));
        Set<String> countries = period.all().stream()
                .filter(CountedRealisation::isAbroadOrHere)
                .map(CountedRealisation::country)
                .collect(Collectors.toCollection(TreeSet::new));
        figures.add(new PortraitFigure(
                "countries", BigDecimal.valueOf(countries.size()), List.copyOf(countries), AdditionRule.DISTINCT));
        return figures;
    }

    private static PortraitFigure hours(String key, List<BigDecimal> hours) {
        BigDecimal sum = hours.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PortraitFigure(
                key, sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros(), List.of(), AdditionRule.SUM);
    }

    @Override
    public List<PortraitActivity> findActivities(LocalDate from, LocalDate until) {
        CountedPeriod period = count(from, until);
        return period.all().stream()
                .map(each -> {
                    Map<String, Integer> counts = new HashMap<>();
                    counts.put("realisations." + each.kind(), 1);
                    period.areas().getOrDefault(each.id(), Set.of()).forEach(area -> counts.put("lines." + area, 1));
                    Integer people = each.participations();
                    if (people != null && people >= LEAST) {
                        counts.put("participations", people);
                    }
                    return new PortraitActivity(each.title(), each.startsOn(), each.place(), each.links(), counts);
                })
                .toList();
    }
}
