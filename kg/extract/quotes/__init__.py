"""Parts of quotation extraction, one phenomenon per module; `kg.extract.quotations` puts them in order."""
