package org.convergence.platform.shell.web;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Derives required and nullable properties from the annotations of records. */
final class ApiSchemas implements ModelConverter {

    private static final String REF = "#/components/schemas/";

    private final Map<String, Class<?>> known = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> made = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (made != null && type.getType() != null) {
            Class<?> raw =
                    TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
            String name =
                    made.get$ref() == null ? made.getName() : made.get$ref().substring(REF.length());
            Schema<?> model = name == null ? null : context.getDefinedModels().get(name);
            if (raw.isRecord() && model != null) {
                requireOneOfThisName(name, raw);
                describe(model, raw);
            }
        }
        return made;
    }

    /** Refuses two records of the same name, which would be described as one. */
    private void requireOneOfThisName(String name, Class<?> raw) {
        Class<?> other = known.putIfAbsent(name, raw);
        if (other != null && other != raw) {
            throw new IllegalStateException("Both " + other.getName() + " and " + raw.getName() + " are described as "
                    + name + ": give one of them @Schema(name = …)");
        }
    }

    @SuppressWarnings("rawtypes") // The library's API uses raw types.
    private static void describe(Schema<?> model, Class<?> raw) {
        Map<String, Schema> properties = model.getProperties();
        if (properties == null) {
            return;
        }
        Set<String> required = new LinkedHashSet<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), nullable(property));
            } else {
                required.add(component.getName());
            }
        }
        model.setRequired(List.copyOf(required));
        ConditionalField.of(raw).forEach(field -> {
            Schema<?> property = properties.get(field.name());
            if (property != null) {
                String described = property.getDescription();
                property.setDescription((described == null ? "" : described + ". ") + field.describe());
            }
        });
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // The library's API uses raw types.
    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<?> none = new Schema<>();
            none.addType("null");
            return new Schema<>().anyOf(List.of(property, none)).description(property.getDescription());
        }
        if (property.getTypes() != null) {
            property.addType("null");
            if (property.getEnum() != null && !property.getEnum().contains(null)) {
                // The list of values written in an annotation cannot grow.
                List<@Nullable Object> values = new ArrayList<>(property.getEnum());
                values.add(null);
                ((Schema) property).setEnum(values);
            }
        }
        return property;
    }
}
