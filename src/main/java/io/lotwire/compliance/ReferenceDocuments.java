package io.lotwire.compliance;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reference documents of a statement (21 CFR 1.1310): those that its event names, the ones that say most of a movement
 * first, and the document itself.
 */
final class ReferenceDocuments {
    /** What people call the documents that are named most, in the order in which they are wanted. */
    private static final Map<String, String> TITLES = titles();

    /** Their words, in that order. */
    private static final List<String> WANTED = List.copyOf(TITLES.keySet());

    private ReferenceDocuments() {}

    /** One of them. */
    record Named(String type, String number) {}

    static List<Named> of(Statement statement) {
        LotEvent event = statement.occasion();
        List<Named> documents = new ArrayList<>();
        if (event.transformation() != null) {
            documents.add(new Named("Work Order", event.transformation().id()));
        }
        for (Reference reference : wantedFirst(event.references())) {
            if (!isNamed(documents, reference.value())) {
                documents.add(new Named(title(reference.type()), reference.value()));
            }
        }
        if (!statement.documentNumber().isEmpty() && !isNamed(documents, statement.documentNumber())) {
            documents.add(new Named(title(event.source().document()), statement.documentNumber()));
        }
        return documents;
    }

    private static boolean isNamed(List<Named> documents, String number) {
        for (Named document : documents) {
            if (document.number().equals(number)) {
                return true;
            }
        }
        return false;
    }

    private static List<Reference> wantedFirst(List<Reference> references) {
        if (references.size() < 2) {
            return references;
        }
        List<Reference> sorted = new ArrayList<>(references);
        sorted.sort(Comparator.comparingInt(ReferenceDocuments::place));
        return sorted;
    }

    private static int place(Reference reference) {
        int place = WANTED.indexOf(reference.type());
        return place < 0 ? WANTED.size() : place;
    }

    private static String title(String type) {
        return TITLES.getOrDefault(type, type);
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("bill-of-lading", "Bill of Lading (BOL)");
        titles.put("asn", "Advance Shipping Notice (ASN)");
        titles.put("receipt", "Receipt of Goods");
        titles.put("shipment", "Shipment");
        titles.put("purchase-order", "Purchase Order");
        titles.put("depositor-order", "Depositor Order");
        titles.put("invoice", "Invoice");
        titles.put("pro", "Carrier PRO Number");
        titles.put("856", "Advance Shipping Notice (856)");
        titles.put("DESADV", "Despatch Advice (DESADV)");
        titles.put("945", "Warehouse Shipping Advice (945)");
        titles.put("944", "Warehouse Receipt Advice (944)");
        titles.put("943", "Warehouse Shipment Advice (943)");
        titles.put("861", "Receiving Advice (861)");
        titles.put("RECADV", "Receiving Advice (RECADV)");
        return titles;
    }
}
