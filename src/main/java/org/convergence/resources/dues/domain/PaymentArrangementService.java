package org.convergence.resources.dues.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.resources.dues.DuesPermissions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The payer of an organisation's dues, how its invoices are delivered, and when payment is decided. */
@Service
@Transactional
@Requires(DuesPermissions.ARRANGE)
public class PaymentArrangementService {

    private static final String TABLE = "resources.dues_arrangement";

    private static final String INSERT = """
            INSERT INTO resources.dues_arrangement
                (id, organisation, payer_organisation, by_post, address, instance, meets_on, note)
            SELECT :id, :organisation, :payer, :post, :address, :instance, CAST(:meets AS date), :note
            WHERE NOT EXISTS (SELECT FROM resources.dues_arrangement WHERE organisation = :organisation) AND :version = 0
            """;

    private static final String UPDATE = """
            UPDATE resources.dues_arrangement
            SET payer_organisation = :payer, by_post = :post, address = :address,
                instance = :instance, meets_on = :meets, note = :note, version = version + 1
            WHERE organisation = :organisation AND version = :version AND CAST(:id AS uuid) IS NOT NULL
            """;

    private final JdbcClient db;

    PaymentArrangementService(JdbcClient db) {
        this.db = db;
    }

    /** @param version 0 where nothing is stored yet */
    public record VersionedArrangement(int version, PaymentArrangement arrangement) {}

    /** The arrangement of an organisation; empty fields where nothing is stored. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public VersionedArrangement findFor(OrganisationId organisation) {
        return find(organisation)
                .orElseGet(() -> new VersionedArrangement(
                        0, new PaymentArrangement(organisation, null, false, null, null, null, null)));
    }

    private Optional<VersionedArrangement> find(OrganisationId organisation) {
        return db.sql("SELECT * FROM resources.dues_arrangement WHERE organisation = ?")
                .param(organisation.value())
                .query((row, n) -> new VersionedArrangement(row.getInt("version"), arrangement(row)))
                .optional();
    }

    /** The arrangements of several organisations, without those that have none; one query. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public Map<OrganisationId, PaymentArrangement> findFor(Collection<OrganisationId> organisations) {
        Map<OrganisationId, PaymentArrangement> all = new HashMap<>();
        db.sql("SELECT * FROM resources.dues_arrangement WHERE organisation = ANY (?)")
                .param(organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query((row, n) -> arrangement(row))
                .list()
                .forEach(it -> all.put(it.organisation(), it));
        return all;
    }

    /** Whether the organisation pays the dues of another. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public boolean paysForOthers(OrganisationId organisation) {
        return db.sql("SELECT EXISTS (SELECT FROM resources.dues_arrangement WHERE payer_organisation = ?)")
                .param(organisation.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Stores an arrangement.
     *
     * @param version the version that the form showed
     * @throws Refused if the payer is the organisation itself
     */
    public void save(int version, PaymentArrangement it) {
        if (it.organisation().equals(it.payer())) {
            throw new Refused("dues.refused.own-payer");
        }
        try {
            int written =
                    bind(db.sql(version == 0 ? INSERT : UPDATE), version, it).update();
            if (written == 0) {
                throw new EditConflict(TABLE, it.organisation().value(), version);
            }
        } catch (DataIntegrityViolationException violation) {
            throw String.valueOf(violation.getMostSpecificCause().getMessage()).contains("_fk\"")
                    ? new NotFound("organisation")
                    : violation;
        }
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, int version, PaymentArrangement it) {
        OrganisationId payer = it.payer();
        return sql.param("id", Ids.next())
                .param("version", version)
                .param("organisation", it.organisation().value())
                .param("payer", payer == null ? null : payer.value())
                .param("post", it.byPost())
                .param("address", it.address())
                .param("instance", it.instance())
                .param("meets", it.meetsOn())
                .param("note", it.note());
    }

    private static PaymentArrangement arrangement(ResultSet row) throws SQLException {
        UUID payer = row.getObject("payer_organisation", UUID.class);
        return new PaymentArrangement(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                payer == null ? null : new OrganisationId(payer),
                row.getBoolean("by_post"),
                row.getString("address"),
                row.getString("instance"),
                row.getObject("meets_on", LocalDate.class),
                row.getString("note"));
    }
}
