package org.convergence.platform.database.connection;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Json;
import org.postgresql.util.PGobject;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Converts values of aggregates to columns: typed ids to uuid, {@link Json} to jsonb, zones and locales to text. */
@Configuration(proxyBeanMethods = false)
class JdbcMapping extends AbstractJdbcConfiguration {

    @Override
    protected List<?> userConverters() {
        return List.of(
                new IdentifierToUuid(),
                new UuidToIdentifier(),
                new JsonToColumn(),
                new ColumnToJson(),
                new ZoneToText(),
                new TextToZone(),
                new LocaleToText(),
                new TextToLocale());
    }

    @Override
    public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
        return JdbcPostgresDialect.INSTANCE;
    }

    @WritingConverter
    static final class IdentifierToUuid implements Converter<Identifier, UUID> {
        @Override
        public UUID convert(Identifier id) {
            return id.value();
        }
    }

    @ReadingConverter
    static final class UuidToIdentifier implements ConverterFactory<UUID, Identifier> {
        @Override
        public <T extends Identifier> Converter<UUID, T> getConverter(Class<T> type) {
            var constructor = BeanUtils.getResolvableConstructor(type);
            return value -> BeanUtils.instantiateClass(constructor, value);
        }
    }

    @WritingConverter
    static final class JsonToColumn implements Converter<Json, PGobject> {
        @Override
        public PGobject convert(Json json) {
            var column = new PGobject();
            column.setType("jsonb");
            try {
                column.setValue(json.toString());
            } catch (SQLException e) {
                throw new IllegalArgumentException(e);
            }
            return column;
        }
    }

    @ReadingConverter
    static final class ColumnToJson implements Converter<PGobject, Json> {
        @Override
        public Json convert(PGobject column) {
            return Json.parse(String.valueOf(column.getValue()));
        }
    }

    @WritingConverter
    static final class ZoneToText implements Converter<ZoneId, String> {
        @Override
        public String convert(ZoneId zone) {
            return zone.getId();
        }
    }

    @ReadingConverter
    static final class TextToZone implements Converter<String, ZoneId> {
        @Override
        public ZoneId convert(String text) {
            return ZoneId.of(text);
        }
    }

    @WritingConverter
    static final class LocaleToText implements Converter<Locale, String> {
        @Override
        public String convert(Locale locale) {
            return locale.toLanguageTag();
        }
    }

    @ReadingConverter
    static final class TextToLocale implements Converter<String, Locale> {
        @Override
        public Locale convert(String text) {
            return Locale.forLanguageTag(text);
        }
    }
}
