package org.convergence.directory.secondlook.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References of invitations to their readers, names in their texts, and their end. */
@Configuration(proxyBeanMethods = false)
class SecondLookReferences {

    static final int OPEN = 30;
    private static final int KEPT = 365;

    @Bean
    static IdentityReferences referencesFromSecondLook(ReferenceDeclarations declare) {
        return declare.table(SecondLookRepository.TABLE)
                .person("reader", ErasureRule.CLEAR)
                .texts(Map.of("title", 300, "reader_name", 300, "asked_name", 300, "comment", 4_000));
    }

    /**
     * Every night deletes the links of invitations after {@value #OPEN} days, and invitations after {@value #KEPT} days: what
     * was read stands in the record (R-L25-23).
     */
    @Bean
    static RecurringWork secondLookCleanup(JdbcClient db, Clock clock) {
        return RecurringWork.of("secondlook-sweep", "0 25 5 * * *", () -> {
            var now = SqlTime.now(clock);
            db.sql("DELETE FROM directory.secondlook_link WHERE made_at < ?")
                    .param(now.minus(Duration.ofDays(OPEN)))
                    .update();
            db.sql("DELETE FROM directory.secondlook_invitation WHERE asked_at < ?")
                    .param(now.minus(Duration.ofDays(KEPT)))
                    .update();
        });
    }
}
