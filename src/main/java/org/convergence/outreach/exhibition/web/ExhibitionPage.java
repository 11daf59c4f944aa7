package org.convergence.outreach.exhibition.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.outreach.exhibition.domain.Exhibition;
import org.convergence.outreach.exhibition.domain.Exhibition.ConditionReport;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionBooking;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.domain.ExhibitionQueries.ExhibitionRow;
import org.convergence.plan.realisation.DayRange;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * An exhibition with its circuit.
 *
 * @param circuit past and coming stops in the order of their days
 * @param asking hosts whose days are not reserved
 * @param dropped bookings that came to nothing
 * @param cities where it was shown, with the number of stops
 * @param map of the regions where it went; {@code null} if none is known
 * @param people how many saw it
 * @param damaged the cities whose damage is not settled
 */
public record ExhibitionPage(
        String url,
        Exhibition exhibition,
        @Nullable String responsible,
        List<String> damaged,
        List<CircuitStop> circuit,
        List<ExhibitionBooking> asking,
        List<ExhibitionBooking> dropped,
        Map<String, Long> cities,
        @Nullable Drawing map,
        int people,
        boolean mayEdit) {

    static final String LIST = "/outreach/exhibition";

    /** The page of an exhibition. */
    public static String url(ExhibitionId id) {
        return LIST + "/" + id.value();
    }

    /** The page of a booking. */
    public static String url(UUID booking) {
        return LIST + "/bookings/" + booking;
    }

    /**
     * A stop of the circuit.
     *
     * @param free the days to come on which a further stop may be open after it; {@code null} for none
     */
    public record CircuitStop(
            ExhibitionBooking booking, @Nullable DayRange free) {}

    /** The exhibitions. */
    public record ExhibitionListPage(List<ExhibitionRow> exhibitions, boolean mayEdit) {}

    /**
     * One booking.
     *
     * @param firstOpening the first day on which it may open, if another stop has its days; {@code null} otherwise
     */
    public record BookingPage(
            String url,
            String exhibitionUrl,
            Exhibition exhibition,
            ExhibitionBooking booking,
            @Nullable LocalDate firstOpening,
            List<ConditionReport> reports,
            Map<DocumentId, Document> photographs,
            boolean mayEdit) {}

    /** The name of a booking: its city and host. */
    public static String name(ExhibitionBooking booking) {
        return booking.city() + " · " + booking.hostName();
    }

    /**
     * A form about an exhibition or a booking.
     *
     * @param step what it does, the end of its address
     * @param exhibition {@code null} for a new one
     * @param booking {@code null} for a form about the exhibition, or a new booking
     * @param chooser the person in charge, or the host; {@code null} for the other forms
     */
    public record ExhibitionFormPage(
            String step,
            @Nullable Exhibition exhibition,
            @Nullable ExhibitionBooking booking,
            Form form,
            List<Option> actions,
            @Nullable ChooserField chooser) {

        /** The page that it comes from. */
        public String url() {
            return booking != null
                    ? ExhibitionPage.url(booking.id())
                    : exhibition == null ? LIST : ExhibitionPage.url(exhibition.id());
        }
    }
}
