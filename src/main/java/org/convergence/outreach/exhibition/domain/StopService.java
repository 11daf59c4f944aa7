package org.convergence.outreach.exhibition.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.outreach.exhibition.ExhibitionPermissions;
import org.convergence.outreach.exhibition.domain.Exhibition.BookingState;
import org.convergence.outreach.exhibition.domain.Exhibition.ConditionReport;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionBooking;
import org.convergence.outreach.exhibition.domain.Exhibition.ReportFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ReportMoment;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens at a stop: condition reports, damage, and the people who saw the exhibition. */
@Service
@Transactional
@Requires(ExhibitionPermissions.EDIT)
public class StopService {

    static final String DOCUMENTS = "outreach.exhibition";

    /** Maximum number of photographs of a report. */
    public static final int MOST_PHOTOGRAPHS = 20;

    private final JdbcClient db;
    private final ExhibitionQueries queries;
    private final DocumentStorage documents;
    private final RealisationRecorder realisations;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    StopService(
            JdbcClient db,
            ExhibitionQueries queries,
            DocumentStorage documents,
            RealisationRecorder realisations,
            RecipientWords words,
            OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.documents = documents;
        this.realisations = realisations;
        this.words = words;
        this.settings = settings;
    }

    /**
     * Makes or corrects a condition report. That before packing sends the panels out, that after unpacking ends the
     * cover: returned, or damaged until it is settled (R-EVT-11).
     *
     * @param photographs added to those that the report has
     * @throws Refused if the booking is not under contract, the days are not in order, a panel does not exist, or a
     *     file is no picture
     */
    @Transactional(label = "exhibition.report")
    public void report(
            UUID id, int version, ReportMoment moment, ReportFacts facts, List<PreparedDocument> photographs) {
        ExhibitionBooking booking = queries.findBooking(id);
        List<ConditionReport> reports = queries.findReports(id);
        requireSound(booking, moment, facts, reports);
        ConditionReport before = find(reports, moment);
        int known = before == null ? 0 : before.photographs().size();
        if (known + photographs.size() > MOST_PHOTOGRAPHS) {
            throw new Refused("exhibition.refused.photographs", MOST_PHOTOGRAPHS);
        }
        if (photographs.stream().anyMatch(each -> !each.type().isPicture())) {
            throw new Refused("exhibition.refused.picture");
        }
        boolean unsettled = !facts.damage().isEmpty() && booking.settledOn() == null;
        BookingState state = moment == ReportMoment.DEPARTURE
                ? booking.state() == BookingState.CONTRACT ? BookingState.OUT : booking.state()
                : unsettled ? BookingState.DAMAGED : BookingState.RETURNED;
        ExhibitionService.move(db, booking, version, state, Map.of());
        UUID report = before == null ? Ids.next() : before.id();
        db.sql("""
                        INSERT INTO outreach.exhibition_report (id, booking, moment, made_on, made_by)
                        VALUES (:id, :booking, :moment, :on, :by)
                        ON CONFLICT (booking, moment) DO UPDATE SET made_on = :on, made_by = :by
                        """)
                .param("id", report)
                .param("booking", id)
                .param("moment", moment.name())
                .param("on", facts.madeOn())
                .param("by", facts.madeBy())
                .update();
        db.sql("DELETE FROM outreach.exhibition_damage WHERE report = ?")
                .param(report)
                .update();
        facts.damage()
                .forEach(each -> db.sql(
                                "INSERT INTO outreach.exhibition_damage (id, report, panel, damage) VALUES (?, ?, ?, ?)")
                        .params(Ids.next(), report, each.panel(), each.damage())
                        .update());
        for (PreparedDocument each : photographs) {
            DocumentId document = documents.store(each, new DocumentOwner(DOCUMENTS, report));
            db.sql("INSERT INTO outreach.exhibition_photograph (document, report) VALUES (?, ?)")
                    .params(document.value(), report)
                    .update();
        }
    }

    private void requireSound(
            ExhibitionBooking booking, ReportMoment moment, ReportFacts facts, List<ConditionReport> reports) {
        boolean isDeparture = moment == ReportMoment.DEPARTURE;
        if (booking.state() != (isDeparture ? BookingState.CONTRACT : BookingState.OUT)
                && find(reports, moment) == null) {
            throw new Refused("exhibition.refused.report." + moment);
        }
        ConditionReport other = find(reports, isDeparture ? ReportMoment.RETURN : ReportMoment.DEPARTURE);
        LocalDate first = isDeparture || other == null ? facts.madeOn() : other.madeOn();
        LocalDate last = !isDeparture || other == null ? facts.madeOn() : other.madeOn();
        if (last.isBefore(first) || facts.madeOn().isAfter(settings.today())) {
            throw new Refused("exhibition.refused.report-day");
        }
        int panels = queries.findById(booking.exhibition()).panels();
        facts.damage().stream()
                .filter(each -> each.panel() > panels)
                .findFirst()
                .ifPresent(each -> {
                    throw new Refused("exhibition.refused.panel", each.panel(), panels);
                });
    }

    private static @Nullable ConditionReport find(List<ConditionReport> reports, ReportMoment moment) {
        return reports.stream()
                .filter(each -> each.moment() == moment)
                .findFirst()
                .orElse(null);
    }

    /**
     * Settles the damage of a stop.
     *
     * @throws Refused if there is none, or the day is in the future
     */
    @Transactional(label = "exhibition.settle")
    public void settle(UUID id, int version, LocalDate on, String settlement) {
        ExhibitionBooking booking = queries.findBooking(id);
        if (booking.state() != BookingState.DAMAGED || on.isAfter(settings.today())) {
            throw new Refused("exhibition.refused.settle");
        }
        Map<String, Object> values = Map.of("settled_on", on, "settlement", settlement);
        ExhibitionService.move(db, booking, version, BookingState.RETURNED, values);
    }

    /**
     * Counts the people who saw it: a realisation of the plan, once; a second count corrects it.
     *
     * @throws Refused if the panels did not leave, or it is still open
     */
    @Transactional(label = "exhibition.count")
    public void count(UUID id, int version, int people) {
        ExhibitionBooking booking = queries.findBooking(id);
        ExhibitionService.requireState(
                booking.state() == BookingState.OUT || booking.state().isBack());
        if (booking.open().to().isAfter(settings.today())) {
            throw new Refused("exhibition.refused.still-open", booking.open().to());
        }
        ExhibitionService.move(db, booking, version, booking.state(), Map.of("people", people));
        record(booking, people);
    }

    private void record(ExhibitionBooking booking, int people) {
        Exhibition exhibition = queries.findById(booking.exhibition());
        realisations.record(RecordRealisationCommand.forLine(
                new RealisationSource(
                        DOCUMENTS, "booking", booking.id().toString(), "/outreach/exhibition/bookings/" + booking.id()),
                new RealisationDetails(
                        TextShortener.shorten(
                                words.forOrganisation()
                                        .say("exhibition.realisation", exhibition.title(), booking.city()),
                                RealisationDetails.LONGEST_TITLE),
                        RealisationKind.OTHER,
                        booking.open(),
                        booking.region() == null ? null : Place.of(booking.region()),
                        Participations.of(people),
                        Set.of(booking.host())),
                Amounts.UNKNOWN,
                exhibition.action()));
    }
}
