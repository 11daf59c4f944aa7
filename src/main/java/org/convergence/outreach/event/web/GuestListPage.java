package org.convergence.outreach.event.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.outreach.event.domain.Event;
import org.convergence.outreach.event.domain.Event.DoorCount;
import org.convergence.outreach.event.domain.EventOrder.EventSeat;

/** The door, or the printed list by table. */
public record GuestListPage(Event event, String words, List<GuestGroup> groups, DoorCount count, boolean mayEdit) {

    /** The guests who have a table. */
    public List<GuestGroup> atTables() {
        return groups.stream()
                .filter(group -> group.first().tableNumber() != null)
                .toList();
    }

    /** The orders without a table. */
    public List<GuestGroup> withoutTable() {
        return groups.stream()
                .filter(group -> group.first().tableNumber() == null)
                .toList();
    }

    /** The guests of an order at a table, those without a name counted. */
    public record GuestGroup(EventSeat first, List<EventSeat> named, List<EventSeat> unnamed) {

        /** The names of the guests other than the buyer's own. */
        public List<String> others() {
            return named.stream()
                    .flatMap(seat -> Stream.ofNullable(seat.name()))
                    .filter(name -> !first.buyer().equals(name))
                    .toList();
        }

        /** Those who have not come in yet. */
        public List<EventSeat> absent() {
            List<EventSeat> all = new ArrayList<>(named);
            all.addAll(unnamed);
            all.removeIf(seat -> seat.admittedAt() != null);
            return all;
        }

        static List<GuestGroup> of(List<EventSeat> seats) {
            return seats.stream()
                    .collect(Collectors.groupingBy(
                            seat -> seat.eventOrder().value() + "/" + seat.tableNumber(),
                            LinkedHashMap::new,
                            Collectors.toList()))
                    .values()
                    .stream()
                    .map(group -> new GuestGroup(
                            group.get(0),
                            group.stream().filter(seat -> seat.name() != null).toList(),
                            group.stream().filter(seat -> seat.name() == null).toList()))
                    .toList();
        }
    }
}
