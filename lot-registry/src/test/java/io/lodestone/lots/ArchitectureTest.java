package io.lodestone.lots;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.lodestone.lots");

    @Test
    void every_resource_method_names_its_roles() {
        List<String> open = CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(GET.class)
                        || method.isAnnotatedWith(POST.class)
                        || method.isAnnotatedWith(PUT.class))
                .filter(method -> !method.isAnnotatedWith(RolesAllowed.class)
                        && !method.getOwner().isAnnotatedWith(RolesAllowed.class))
                .map(JavaMethod::getFullName)
                .toList();
        assertThat(open).isEmpty();
    }

    @Test
    void the_model_knows_no_framework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..lots.access",
                        "..lots.party",
                        "..lots.account",
                        "..lots.alert",
                        "..lots.facility",
                        "..lots.lot",
                        "..lots.assay",
                        "..lots.transformation",
                        "..lots.pool",
                        "..lots.correction",
                        "..lots.provenance",
                        "..lots.outbox",
                        "..lots.bulk",
                        "..lots.feed",
                        "..lots.trace",
                        "..lots.trace.flow")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "io.smallrye..", "io.vertx..", "jakarta..", "..app", "..api", "..store")
                .check(CLASSES);
    }

    @Test
    void stores_and_use_cases_do_not_know_the_edge() {
        noClasses()
                .that()
                .resideInAnyPackage("..app", "..store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..api", "jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void nothing_waits_subscribes_or_reads_a_clock_of_its_own() {
        noClasses()
                .should()
                .callMethod(Uni.class, "await")
                .orShould()
                .callMethod(Uni.class, "subscribe")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(CLASSES);
    }
}
