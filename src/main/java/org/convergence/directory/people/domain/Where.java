package org.convergence.directory.people.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.domain.NameMatching.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conditions of a list, added one by one. */
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    Where and(String condition, String parameter, Object value) {
        return with(parameter, value).and(condition);
    }

    /** Sets a parameter of the select list. */
    Where with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    Where and(Condition condition) {
        parameters.putAll(condition.parameters());
        return and("(" + condition.sql() + ")");
    }

    Where andNot(Condition condition) {
        parameters.putAll(condition.parameters());
        return and("NOT (" + condition.sql() + ")");
    }

    Where copy() {
        Where copy = new Where();
        copy.conditions.addAll(conditions);
        copy.parameters.putAll(parameters);
        return copy;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The clause, empty without conditions. */
    String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** The number of matching rows: exact up to {@link Found#COUNTED}, one more where there are more. */
    long count(JdbcClient db, String table) {
        return db.sql("SELECT count(*) FROM (SELECT FROM " + table + sql() + " LIMIT " + (Found.COUNTED + 1)
                        + ") AS few")
                .params(parameters)
                .query(Long.class)
                .single();
    }
}
