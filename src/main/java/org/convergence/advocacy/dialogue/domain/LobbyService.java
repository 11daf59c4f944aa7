package org.convergence.advocacy.dialogue.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.CounselOutcome;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.CountedHours;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyLevel;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRule;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.RollingSum;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lobby registers: their rules with sources, the hours that count, and what counsel decided. */
@Service
@Transactional(readOnly = true)
@Requires(DialoguePermissions.READ)
public class LobbyService {

    private final JdbcClient db;
    private final OrganisationSettings settings;

    LobbyService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** What counsel decided, until the day of its review. */
    public record CounselOpinion(
            LobbyRegister register, LocalDate givenOn, CounselOutcome outcome, String words, LocalDate reviewOn) {}

    /**
     * Where a register stands on a day.
     *
     * @param now the sum up to that day
     * @param highest the highest sum that includes a day of the period asked for
     * @param first the first counted act since the last decision of counsel; {@code null} for none
     * @param discloseBy the last day to disclose it, if it is lobbying; {@code null} if unknown
     */
    public record LobbyStanding(
            LobbyRule rule,
            LobbyLevel level,
            RollingSum now,
            RollingSum highest,
            @Nullable LocalDate first,
            @Nullable LocalDate discloseBy) {}

    /** All rules, the latest first. */
    public List<LobbyRule> findRules() {
        return db.sql("""
                        SELECT register, from_on, window_days, amber_hours, red_hours, days_to_disclose, source, checked_on
                        FROM advocacy.dialogue_lobby_rule ORDER BY register, from_on DESC LIMIT 100
                        """).query(RecordMapper.of(LobbyRule.class)).list();
    }

    /** The rule of a register on a day; empty before the first. */
    public Optional<LobbyRule> findRule(LobbyRegister register, LocalDate day) {
        return findRules().stream()
                .filter(each -> each.register() == register && !each.fromOn().isAfter(day))
                .findFirst();
    }

    /** The decisions of counsel, the latest first. */
    public List<CounselOpinion> findOpinions() {
        return db.sql("""
                        SELECT register, given_on, outcome, words, review_on FROM advocacy.dialogue_lobby_opinion
                        ORDER BY given_on DESC, id DESC LIMIT 50
                        """).query(RecordMapper.of(CounselOpinion.class)).list();
    }

    /**
     * Where a register stands today, with the highest sum of the last year; empty for a register without a rule.
     */
    public Optional<LobbyStanding> findStanding(LobbyRegister register) {
        LocalDate today = settings.today();
        return findRule(register, today).map(rule -> standing(rule, today.minusYears(1), today, today));
    }

    /** Where a register stands around a day: the highest sum among those that may include it, before and after. */
    public Optional<LobbyStanding> findStanding(LobbyRegister register, LocalDate day) {
        return findRule(register, day)
                .map(rule -> standing(
                        rule, day.minusDays(rule.windowDays() - 1L), day.plusDays(rule.windowDays() - 1L), day));
    }

    private LobbyStanding standing(LobbyRule rule, LocalDate from, LocalDate to, LocalDate day) {
        List<CountedHours> hours = db.sql("""
                        SELECT happened_on AS day, sum(staff_hours) AS hours FROM advocacy.dialogue_act
                        WHERE counts AND register = :register AND happened_on BETWEEN :from AND :to
                        GROUP BY happened_on ORDER BY happened_on
                        """)
                .param("register", rule.register().name())
                .param("from", from.minusDays(rule.windowDays()))
                .param("to", to)
                .query(RecordMapper.of(CountedHours.class))
                .list();
        RollingSum highest = LobbyPolicy.highest(from, to, hours, rule.windowDays());
        LocalDate first = findFirstUndecided(rule.register());
        Integer days = rule.daysToDisclose();
        return new LobbyStanding(
                rule,
                LobbyPolicy.level(highest.hours(), rule),
                LobbyPolicy.sumUpTo(day, hours, rule.windowDays()),
                highest,
                first,
                first == null || days == null ? null : first.plusDays(days));
    }

    private @Nullable LocalDate findFirstUndecided(LobbyRegister register) {
        return db.sql("""
                        SELECT min(a.happened_on) AS first FROM advocacy.dialogue_act a
                        WHERE a.counts AND a.register = :register AND a.happened_on > coalesce(
                            (SELECT max(o.review_on) FROM advocacy.dialogue_lobby_opinion o WHERE o.register = :register),
                            '-infinity')
                        """)
                .param("register", register.name())
                .query((row, n) -> Optional.ofNullable(row.getObject("first", LocalDate.class)))
                .single()
                .orElse(null);
    }

    /**
     * Adds a rule from a day on; earlier days keep theirs.
     *
     * @throws Refused if the register has a rule from that day on, or its hours are not in order
     */
    @Transactional(label = "dialogue.set-rule")
    @Requires(DialoguePermissions.DECIDE)
    public void addRule(LobbyRule rule) {
        BigDecimal amber = rule.amberHours();
        BigDecimal red = rule.redHours();
        if ((amber == null) != (red == null) || (amber != null && red != null && amber.compareTo(red) > 0)) {
            throw new Refused("dialogue.refused.hours");
        }
        try {
            VersionedRow.insert(db, "advocacy.dialogue_lobby_rule", VersionedRow.values(rule));
        } catch (DuplicateKeyException known) {
            throw new Refused("dialogue.refused.rule-twice");
        }
    }

    /** @throws Refused if it is given in the future, or reviewed before it is given */
    @Transactional(label = "dialogue.record-opinion")
    @Requires(DialoguePermissions.DECIDE)
    public void addOpinion(CounselOpinion opinion) {
        if (opinion.givenOn().isAfter(settings.today()) || !opinion.reviewOn().isAfter(opinion.givenOn())) {
            throw new Refused("dialogue.refused.opinion-days");
        }
        VersionedRow.insert(db, "advocacy.dialogue_lobby_opinion", VersionedRow.values(opinion));
    }
}
