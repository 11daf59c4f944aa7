package org.convergence.faults;

import java.sql.SQLException;

/** Records that several nodes find on their database server. */
record SharedRecords(SharedServer server) {

    /** Creates member organisations with a mail address. */
    void addMembers(int members) throws SQLException {
        server.execute("""
                INSERT INTO directory.people_organisation (id, name, kind, contact_points)
                SELECT gen_random_uuid(), 'Membre ' || n, 'LOCAL_UNION', jsonb_build_array(jsonb_build_object(
                    'channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', 'membre' || n || '@exemple.org'))
                FROM generate_series(1, %d) n
                """.formatted(members));
        server.execute("""
                WITH category AS (INSERT INTO resources.membership_category (id, code, name, kind)
                                  VALUES (gen_random_uuid(), 'B', 'Syndicats', 'ORGANISATION') RETURNING id)
                INSERT INTO resources.membership (id, organisation, category, since)
                SELECT gen_random_uuid(), o.id, category.id, '2015-01-01'
                FROM directory.people_organisation o, category WHERE o.name LIKE 'Membre %'
                """);
    }

    /** Publishes an urgent action; the path of its public page. */
    String publishAction() throws SQLException {
        server.execute("""
                WITH partner AS (
                    INSERT INTO directory.people_organisation (id, name, kind)
                    SELECT gen_random_uuid(), 'Partenaire ' || count(*), 'PARTNER_ABROAD' FROM advocacy.urgentaction
                    RETURNING id),
                action AS (
                    INSERT INTO advocacy.urgentaction (id, year, number, title, partner, country, happened, received_on, degree,
                        risk, risk_by, expires_on, consent_giver, consent_name, consent_how, consent_given_on, consent_until,
                        consent_wording, checked_by, checked_on, checked_risk, state, sent_at)
                    SELECT gen_random_uuid(), 2026, (SELECT count(*) + 1 FROM advocacy.urgentaction), 'Alerte', partner.id, 'CO',
                        'Alerte', current_date, 'ORGANISATION', 'LOW', gen_random_uuid(), current_date + 30, 'ORGANISATION',
                        'Présidence', 'au téléphone', current_date, current_date + 30, 1, 'Bea', current_date, 'LOW', 'OUT', now()
                    FROM partner RETURNING id)
                INSERT INTO advocacy.urgentaction_text (id, action, language, title, story, subject, letter)
                SELECT gen_random_uuid(), action.id, 'fr', 'Titre', 'Récit', 'Objet', 'Lettre' FROM action
                """);
        return "/public/urgent-action/2026-" + server.answer("SELECT max(number) FROM advocacy.urgentaction");
    }
}
