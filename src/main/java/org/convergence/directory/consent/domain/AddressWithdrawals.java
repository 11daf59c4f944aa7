package org.convergence.directory.consent.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.keys.MarkGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Withdrawals by address, stored as keyed marks. A withdrawal holds for any person recorded later with the address,
 * even after the first was erased, but only for its own channels: a shared office telephone does not stop mail.
 */
@Component
record AddressWithdrawals(MarkGenerator marks, JdbcClient db, Clock clock) {

    private static final String USE = "directory.consent_mark";

    /** Marks the present addresses of a person. */
    void insertMarks(UUID person, @Nullable ConsentChannel channel, @Nullable Purpose purpose, LocalDate day) {
        List<String> addresses = keys(List.of(person)).getOrDefault(person, List.of()).stream()
                .filter(address -> channel == null || reachedBy(address).contains(channel))
                .toList();
        insertMarksOf(addresses, channel, purpose, day);
    }

    /** Marks addresses that nobody has here and that are not marked yet: they asked for no mail at all. */
    void insertMarksOfUnknown(List<String> addresses, LocalDate day) {
        Map<String, String> byMark = new HashMap<>();
        addresses.forEach(each -> marks.computeAll(each, USE).forEach(mark -> byMark.put(mark, each)));
        Set<String> marked = db
                .sql("SELECT mark FROM directory.consent_mark WHERE mark = ANY (:marks) AND purpose IS NULL")
                .param("marks", byMark.keySet().toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(byMark::get)
                .collect(Collectors.toSet());
        insertMarksOf(
                addresses.stream().filter(each -> !marked.contains(each)).toList(), ConsentChannel.MAIL, null, day);
    }

    private void insertMarksOf(
            List<String> addresses, @Nullable ConsentChannel channel, @Nullable Purpose purpose, LocalDate day) {
        if (addresses.isEmpty()) {
            return;
        }
        db.sql("""
                        INSERT INTO directory.consent_mark (id, mark, channel, purpose, asked_on, marked_at)
                        SELECT said.id, said.mark, :channel, :purpose, :day, :at
                        FROM unnest(:ids::uuid[], :marks::text[]) AS said (id, mark)
                        """)
                .param("ids", addresses.stream().map(address -> Ids.next()).toArray(UUID[]::new))
                .param(
                        "marks",
                        addresses.stream()
                                .map(address -> marks.compute(address, USE))
                                .toArray(String[]::new))
                .param("channel", ConsentLedgerRepository.name(channel))
                .param("purpose", ConsentLedgerRepository.name(purpose))
                .param("day", day)
                .param("at", SqlTime.now(clock))
                .update();
    }

    /** The people with each address, those of merged records included; an address that nobody has is absent. */
    Map<String, List<PersonId>> findOwners(Collection<String> addresses) {
        Map<String, List<PersonId>> owners = new HashMap<>();
        db.sql("""
                        SELECT key, id FROM directory.people_person_contact CROSS JOIN LATERAL unnest(contact_keys) AS key
                         WHERE contact_keys && CAST(:keys AS text[]) AND key = ANY (:keys)
                        UNION
                        SELECT key, person FROM directory.people_merged_person CROSS JOIN LATERAL unnest(contact_keys) AS key
                         WHERE contact_keys && CAST(:keys AS text[]) AND key = ANY (:keys)
                         ORDER BY id
                        """)
                .param("keys", addresses.toArray(String[]::new))
                .query((row, n) -> owners.computeIfAbsent(row.getString("key"), key -> new ArrayList<>())
                        .add(new PersonId(row.getObject("id", UUID.class))))
                .list();
        return owners;
    }

    /**
     * The withdrawals recorded for the addresses of each person, including those made by others with the same address.
     */
    Map<UUID, List<Withdrawal>> findWithdrawals(Collection<UUID> people) {
        Map<String, List<AddressHolder>> whose = new HashMap<>();
        keys(people)
                .forEach((person, addresses) -> addresses.forEach(address -> marks.computeAll(address, USE)
                        .forEach(mark -> whose.computeIfAbsent(mark, m -> new ArrayList<>())
                                .add(new AddressHolder(person, reachedBy(address))))));
        Map<UUID, List<Withdrawal>> all = new HashMap<>();
        if (whose.isEmpty()) {
            return all;
        }
        db.sql(
                        "SELECT mark, channel, purpose, asked_on AS day, marked_at AS at FROM directory.consent_mark WHERE mark = ANY (:marks)")
                .param("marks", whose.keySet().toArray(String[]::new))
                .query((row, n) -> {
                    Withdrawal asked = ConsentLedgerRepository.WITHDRAWAL.mapRow(row, n);
                    whose.getOrDefault(row.getString("mark"), List.of())
                            .forEach(holder -> all.computeIfAbsent(holder.person(), p -> new ArrayList<>())
                                    .addAll(asked.limitedTo(holder.by())));
                    return true;
                })
                .list();
        return all;
    }

    private record AddressHolder(UUID person, Set<ConsentChannel> by) {}

    private static Set<ConsentChannel> reachedBy(String address) {
        return address.contains("@")
                ? EnumSet.of(ConsentChannel.MAIL)
                : EnumSet.of(ConsentChannel.TEXT, ConsentChannel.MESSAGING);
    }

    private Map<UUID, List<String>> keys(Collection<UUID> people) {
        Map<UUID, List<String>> all = new HashMap<>();
        // Including the addresses of merged records, which the withdrawal covers too.
        db.sql("""
                        SELECT id, array_agg(DISTINCT key) AS contact_keys FROM (
                            SELECT id, unnest(contact_keys) AS key FROM directory.people_person_contact WHERE id = ANY (:people)
                            UNION ALL SELECT person, unnest(contact_keys) FROM directory.people_merged_person WHERE person = ANY (:people)) AS hers
                        GROUP BY id
                        """)
                .param("people", people.toArray(UUID[]::new))
                .query((row, n) -> all.put(row.getObject("id", UUID.class), List.of((String[])
                        row.getArray("contact_keys").getArray())))
                .list();
        return all;
    }
}
