package org.convergence.resources.dues.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * To whom one writes about a member's dues: as arranged with it, else the address of the directory that is labelled for
 * invoices or accounts, else the first of its work addresses; that of the payer, where another pays.
 */
@Component
public class Reaching {

    private static final String MAILS = """
            SELECT id, name, (
                SELECT point ->> 'value' FROM jsonb_array_elements(points) WITH ORDINALITY AS each (point, place)
                WHERE point ->> 'channel' = 'MAIL'
                ORDER BY coalesce(point ->> 'label' ~* '(factur|compta|tr[ée]sor|financ|billing|account|invoice)', false) DESC,
                         point ->> 'sphere' DESC, place LIMIT 1) AS mail
            FROM (SELECT id, name, contact_points AS points FROM directory.people_organisation WHERE id = ANY (:ids)
                  UNION ALL
                  SELECT id, display_name, contact_points FROM directory.people_person WHERE id = ANY (:ids)) each
            """;

    private final Arrangements arrangements;
    private final JdbcClient db;

    Reaching(Arrangements arrangements, JdbcClient db) {
        this.arrangements = arrangements;
        this.db = db;
    }

    /**
     * How one is reached.
     *
     * @param payer who pays, often the member itself
     * @param name of the payer
     * @param mail {@code null} where no address is known
     * @param byPost whether it is printed for the post
     * @param address of the post, by lines; {@code null} where none is known
     * @param language a code; {@code null} for the organisation's first
     */
    public record Reach(
            Party payer,
            String name,
            @Nullable String mail,
            boolean byPost,
            @Nullable String address,
            @Nullable String language) {

        /** Whether something reaches it: a mail, or what is printed. */
        public boolean isReachable() {
            return byPost || mail != null;
        }
    }

    private record Known(String name, @Nullable String mail) {}

    /** All of them, in three queries however many they are. */
    Map<Party, Reach> reach(Collection<? extends Party> members) {
        List<OrganisationId> organisations = members.stream()
                .filter(OrganisationId.class::isInstance)
                .map(OrganisationId.class::cast)
                .toList();
        Map<OrganisationId, Arrangement> arranged = arrangements.of(organisations);
        Map<UUID, Known> known = known(members, arranged.values());
        Map<Party, Reach> reached = new HashMap<>();
        for (Party member : members) {
            Arrangement it = member instanceof OrganisationId organisation ? arranged.get(organisation) : null;
            Party payer = it == null || it.payer() == null ? member : it.payer();
            Known who = known.getOrDefault(payer.value(), new Known("", null));
            reached.put(
                    member,
                    it == null
                            ? new Reach(payer, who.name(), who.mail(), false, null, null)
                            : new Reach(
                                    payer,
                                    who.name(),
                                    it.mail() == null ? who.mail() : it.mail(),
                                    it.byPost(),
                                    it.address(),
                                    it.language()));
        }
        return reached;
    }

    private Map<UUID, Known> known(Collection<? extends Party> members, Collection<Arrangement> arranged) {
        Map<UUID, Known> known = new HashMap<>();
        UUID[] ids = Stream.concat(
                        members.stream().map(Party::value),
                        arranged.stream()
                                .map(Arrangement::payer)
                                .filter(Objects::nonNull)
                                .map(OrganisationId::value))
                .distinct()
                .toArray(UUID[]::new);
        db.sql(MAILS)
                .param("ids", ids)
                .query((row, n) -> known.put(
                        row.getObject("id", UUID.class), new Known(row.getString("name"), row.getString("mail"))))
                .list();
        return known;
    }
}
