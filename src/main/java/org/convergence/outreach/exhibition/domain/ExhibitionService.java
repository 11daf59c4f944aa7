package org.convergence.outreach.exhibition.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.outreach.exhibition.ExhibitionPermissions;
import org.convergence.outreach.exhibition.domain.Exhibition.BookingFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.BookingState;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionBooking;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.domain.Exhibition.TravelDays;
import org.convergence.plan.realisation.DayRange;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes exhibitions, and takes bookings from the interest of a host to the contract. */
@Service
@Transactional
@Requires(ExhibitionPermissions.EDIT)
public class ExhibitionService {

    static final String TABLE = "outreach.exhibition";
    static final String BOOKINGS = "outreach.exhibition_booking";

    private final JdbcClient db;
    private final ExhibitionQueries queries;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;

    ExhibitionService(JdbcClient db, ExhibitionQueries queries, PeopleDirectory people, OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.people = people;
        this.settings = settings;
    }

    /**
     * @param id {@code null} for a new exhibition
     * @throws Refused if with these days of travel two stops to come would overlap
     */
    @Transactional(label = "exhibition.save")
    public ExhibitionId save(@Nullable ExhibitionId id, int version, ExhibitionFacts facts) {
        TravelDays travel = facts.travel();
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "travel");
        values.put("travel_dismount", travel.dismount());
        values.put("travel_transport", travel.transport());
        values.put("travel_mount", travel.mount());
        UUID row = VersionedRow.save(db, TABLE, id, version, values);
        try {
            db.sql("""
                            UPDATE outreach.exhibition_booking SET version = version + 1,
                                held_from = open_from - :mount, held_to = open_to + :after
                            WHERE exhibition = :exhibition
                              AND state IN ('INTEREST', 'CHECKED', 'RESERVED', 'CONTRACT', 'OUT')
                              AND (held_from, held_to) <> (open_from - :mount, open_to + :after)
                            """)
                    .param("mount", travel.mount())
                    .param("after", travel.dismount() + travel.transport())
                    .param("exhibition", row)
                    .update();
        } catch (DataIntegrityViolationException overlap) {
            throw new Refused("exhibition.refused.travel");
        }
        return new ExhibitionId(row);
    }

    /** Notes the interest of a host; its days are not taken before they are reserved. */
    @Transactional(label = "exhibition.book")
    public UUID book(ExhibitionId exhibition, BookingFacts facts) {
        Map<String, @Nullable Object> values = values(facts, queries.findById(exhibition));
        values.put("exhibition", exhibition);
        values.put("asked_on", settings.today());
        values.put("state", BookingState.INTEREST);
        return VersionedRow.insert(db, BOOKINGS, values);
    }

    /**
     * Changes a booking whose panels are not back.
     *
     * @throws Refused if it is a stop, and another one takes its new days
     */
    @Transactional(label = "exhibition.change-booking")
    public void update(UUID id, int version, BookingFacts facts) {
        ExhibitionBooking booking = queries.findBooking(id);
        requireState(!booking.state().isBack() && !booking.state().isDropped());
        Exhibition exhibition = lock(booking.exhibition());
        if (booking.state().isStop()) {
            requireFree(exhibition, id, facts.open());
        }
        VersionedRow.save(db, BOOKINGS, id, version, values(facts, exhibition));
    }

    private Map<String, @Nullable Object> values(BookingFacts facts, Exhibition exhibition) {
        DayRange held = ExhibitionPolicy.held(facts.open(), exhibition.travel());
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "hostName", "open");
        if (facts.host() == null) {
            values.put("host", people.findOrCreateOrganisation(facts.hostName()));
        }
        values.put("open_from", facts.open().from());
        values.put("open_to", facts.open().to());
        values.put("held_from", held.from());
        values.put("held_to", held.to());
        return values;
    }

    /** Notes that the space and the security of the host were checked. */
    @Transactional(label = "exhibition.check")
    public void check(UUID id, int version, String space, String security) {
        ExhibitionBooking booking = queries.findBooking(id);
        requireState(booking.state().isAsking());
        move(db, booking, version, BookingState.CHECKED, Map.of("space_note", space, "security_note", security));
    }

    /**
     * Reserves the days of a booking.
     *
     * @throws Refused if space and security are not checked, or another stop takes its days
     */
    @Transactional(label = "exhibition.reserve")
    public void reserve(UUID id, int version) {
        ExhibitionBooking booking = queries.findBooking(id);
        requireState(booking.state() == BookingState.CHECKED);
        requireFree(lock(booking.exhibition()), id, booking.open());
        move(db, booking, version, BookingState.RESERVED, Map.of());
    }

    private Exhibition lock(ExhibitionId id) {
        db.sql("SELECT 1 FROM outreach.exhibition WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Integer.class)
                .optional();
        return queries.findById(id);
    }

    private void requireFree(Exhibition exhibition, UUID booking, DayRange wanted) {
        LocalDate first = queries.findFirstOpening(exhibition, booking, wanted);
        if (!first.equals(wanted.from())) {
            throw new Refused("exhibition.refused.taken", first);
        }
    }

    /**
     * Records the contract.
     *
     * @throws Refused if it is not reserved, the day is in the future, the insurance from nail to nail is not attested,
     *     or the host did not prove its liability insurance
     */
    @Transactional(label = "exhibition.sign")
    public void sign(UUID id, int version, LocalDate on, boolean nailToNail, boolean hostLiability) {
        ExhibitionBooking booking = queries.findBooking(id);
        requireState(booking.state() == BookingState.RESERVED);
        if (on.isAfter(settings.today())) {
            throw new Refused("exhibition.refused.future");
        }
        if (!nailToNail || !hostLiability) {
            throw new Refused("exhibition.refused.insurance");
        }
        move(
                db,
                booking,
                version,
                BookingState.CONTRACT,
                Map.of("contract_on", on, "nail_to_nail", true, "host_liability", true));
    }

    /** @param on the day on which the transport was ordered; {@code null} to take that back, or if it is cancelled */
    @Transactional(label = "exhibition.transport")
    public void setTransport(UUID id, @Nullable LocalDate on) {
        ExhibitionBooking booking = queries.findBooking(id);
        requireState(on == null || booking.state().isStop());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("transport_on", on);
        move(db, booking, booking.version(), booking.state(), values);
    }

    /**
     * Ends a booking before the panels leave: its days are free again, and its contact is deleted. A transport that was
     * ordered is to be cancelled.
     *
     * @throws Refused if the panels left
     */
    @Transactional(label = "exhibition.drop")
    public void drop(UUID id, int version, String reason) {
        ExhibitionBooking booking = queries.findBooking(id);
        BookingState state = booking.state();
        requireState(state != BookingState.OUT && !state.isBack() && !state.isDropped());
        BookingState end = state.isAsking() ? BookingState.DECLINED : BookingState.CANCELLED;
        move(db, booking, version, end, Map.of("reason", reason, "released_on", settings.today()));
    }

    /**
     * Takes up a booking that was dropped, or releases reserved days: it asks for its days again. A transport that was
     * ordered stays ordered, until it is cancelled.
     */
    @Transactional(label = "exhibition.reopen")
    public void reopen(UUID id) {
        ExhibitionBooking booking = queries.findBooking(id);
        requireState(booking.state().isDropped() || booking.state() == BookingState.RESERVED);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("reason", null);
        values.put("contract_on", null);
        values.put("nail_to_nail", false);
        values.put("host_liability", false);
        if (booking.state() == BookingState.RESERVED) {
            values.put("released_on", settings.today());
        }
        BookingState state = booking.spaceNote() == null ? BookingState.INTEREST : BookingState.CHECKED;
        move(db, booking, booking.version(), state, values);
    }

    static void requireState(boolean fits) {
        if (!fits) {
            throw new Refused("exhibition.refused.state");
        }
    }

    /**
     * Saves a state, and deletes the contact that is no longer needed.
     *
     * @throws EditConflict if the booking was changed since this version
     */
    static void move(
            JdbcClient db,
            ExhibitionBooking booking,
            int version,
            BookingState state,
            Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put("state", state);
        boolean isCounted = booking.people() != null || values.containsKey("people");
        if (state.isDropped() || (state == BookingState.RETURNED && isCounted)) {
            all.put("contact", null);
        }
        VersionedRow.save(db, BOOKINGS, booking.id(), version, all);
    }
}
